/** Returns an object without the fields that say nothing: undefined ones, and empty texts. */
export function filled<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined | ""> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== "")) as never;
}
