/** The path of the Nu Html Checker, which ships no types. */
declare module "vnu-jar" {
  const jar: string;
  export default jar;
}
