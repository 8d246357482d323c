import { SECCOMP_RET, SECCOMP_RET_DATA, verdictOf } from '@seccompile/abi'
import type { ActionName, Verdict } from '@seccompile/abi'
import { suggest } from '@seccompile/syscalls'
import { CliError } from './cli-error.ts'

const isAction = (name: string): name is ActionName => Object.hasOwn(SECCOMP_RET, name)

/**
 * The action that `--verdict` names, with any data, or the whole verdict that it writes: `ERRNO(1)`, `0x00050001`.
 * @throws CliError where it is neither
 */
export function parseVerdict(text: string): Verdict | ActionName {
  if (/^0x[0-9a-f]{1,8}$/i.test(text)) return Number(text)
  const match = /^(?:SECCOMP_RET_)?([A-Z_]+)(?:\((\d{1,5})\))?$/.exec(text.toUpperCase())
  const [, name = text, data] = match ?? []
  const known = Object.keys(SECCOMP_RET)
  if (!isAction(name)) {
    const near = suggest(name, known)
    const hint = near === undefined ? `known: ${known.join(', ')}` : `did you mean "${near}"?`
    throw new CliError(`--verdict: unknown action "${name}"; ${hint}`)
  }
  if (data === undefined) return name
  if (Number(data) > SECCOMP_RET_DATA) throw new CliError(`--verdict: ${data} does not fit 16 bits`)
  return verdictOf(name, Number(data))
}
