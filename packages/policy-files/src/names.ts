/** Whether `path` ends as a module does: of JavaScript or TypeScript. */
export function isModulePath(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path)
}
