/** A mistake of the person at the keyboard: said in a sentence, without a stack trace. */
export class UserError extends Error {}
