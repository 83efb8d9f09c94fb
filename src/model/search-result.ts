/** What a search result shows besides title and excerpt. All are strings, because they are metadata of Pagefind. */
export interface ResultMeta {
  readonly type: string;
  /** The name of the language it is in, where that is not the page's, and the language. */
  readonly language?: string;
  readonly lang?: string;
  /** Its status, if it was corrected, withdrawn or superseded. */
  readonly notice?: string;
  readonly date: string;
  readonly day: string;
  readonly place?: string;
  /** The language of the place's name, where it is not the page's. */
  readonly place_lang?: string;
  /** Address of a picture. */
  readonly image?: string;
}
