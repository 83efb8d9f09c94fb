import { z } from "zod";

/** Returns the kinds of value that a schema takes: the inner schema of an optional one, and each option of a union. */
export function kindsOf(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional) return kindsOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => kindsOf(option as z.ZodType));
  return [schema];
}

/** Returns the schema of a field in a group, or of the entries of a list or table; undefined for any other kind. */
export function inside(kind: z.ZodType, name: string): z.ZodType | undefined {
  if (kind instanceof z.ZodObject) return kind.shape[name] as z.ZodType | undefined;
  if (kind instanceof z.ZodArray) return kind.element as z.ZodType;
  return kind instanceof z.ZodRecord ? (kind.valueType as z.ZodType) : undefined;
}
