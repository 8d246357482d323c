/** Names and codes of the errors that are faults of the input. */
const PERSONS = new Set([
  'AssemblyError',
  'CliError',
  'DrawError',
  'KernelError',
  'PolicyError',
  'E_DECLINED',
  'E_PIPELINE',
  'E_REPRODUCER',
])

/** Whether `error` says that the input is wrong. Its name and code tell, because its class may come from another copy. */
export function isInputError(error: unknown): error is Error {
  if (typeof error !== 'object' || error === null) return false
  const { name, code = '' } = error as Partial<Error> & { readonly code?: string }
  return (name !== undefined && PERSONS.has(name)) || PERSONS.has(code)
}
