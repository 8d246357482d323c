/** Whether the first character of `text` is `{`, as in every JSON text of a policy. No raw filter begins so. */
export function isJson(text: string): boolean {
  return /^\ufeff?\s*\{/.test(text)
}
