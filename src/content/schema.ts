import { z } from "zod";

/** The kinds of value that a schema takes: what it is where it is given, and of a union each of its options. */
export function kindsOf(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional) return kindsOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => kindsOf(option as z.ZodType));
  return [schema];
}

/** The schema of what stands in a group of fields under a name, or in a list or table; undefined where nothing can. */
export function inside(kind: z.ZodType, name: string): z.ZodType | undefined {
  if (kind instanceof z.ZodObject) return kind.shape[name] as z.ZodType | undefined;
  if (kind instanceof z.ZodArray) return kind.element as z.ZodType;
  return kind instanceof z.ZodRecord ? (kind.valueType as z.ZodType) : undefined;
}
