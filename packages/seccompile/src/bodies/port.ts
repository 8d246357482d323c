/*
 * `seccompile port`: the edit of a policy for other ABIs, C libraries or kernels.
 *
 * An edited text is read again, and has to mean on each ABI what the edited policy means there.
 */
import { writtenEdit } from '@seccompile/heal'
import { LIBCS, portsOf } from '@seccompile/libc-calls'
import type { LibcName } from '@seccompile/libc-calls'
import { NEWEST_KERNEL, policyAbis, resolve } from '@seccompile/policy'
import type { Policy, Warning, WarningName } from '@seccompile/policy'
import { port as portingOf } from '@seccompile/port'
import type { Porting, PortQuestion } from '@seccompile/port'
import { equal } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { inputName } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { writeOutput } from '../io/output.ts'
import { loadEditable } from '../load/editable-policy.ts'
import type { EditablePolicy } from '../load/editable-policy.ts'
import type { KernelRange } from '@seccompile/policy'
import { sayUndecided } from '../load/question.ts'
import { policyFilter } from '@seccompile/filter'
import { sayPorting, sayPortingJson } from '../show/porting.ts'
import { sayNote } from '../show/say.ts'
import { checkNotInput } from '../write/output-file.ts'
import type { OutputOptions } from '../write/output-file.ts'

/** A policy, and where it goes. */
export interface PortOptions extends OutputOptions {
  readonly policy: string
  readonly to: readonly AbiToken[]
  readonly abi?: AbiTable | undefined
  readonly libc?: readonly LibcName[] | undefined
  readonly kernel?: KernelRange | undefined
}

/** Whether `one` and `other` mean the same on every ABI of the question. */
async function isAlike(one: Policy, other: Policy, { to }: PortQuestion, name: string): Promise<boolean> {
  const { constantFamilies: families } = await import('@seccompile/constants/all')
  for (const token of to) {
    const abis = [signedAbiTable(token)]
    const [a, b] = [one, other].map(({ abis: _named, ...policy }) => policy)
    const sides = [a!, b!].map((policy) => policyFilter(name, { policy }, { abis, families }))
    if (equal(sides[0]!.leveled, sides[1]!.leveled).kind !== 'equal') return false
  }
  return true
}

/**
 * The text with the edit.
 * @throws CliError where the text is not edited, or is not read as the edited policy
 */
async function editedText(
  editable: EditablePolicy,
  { edit, edited }: Porting,
  question: PortQuestion,
  name: string,
): Promise<string> {
  const made = await writtenEdit(editable, edit, (policy) => isAlike(policy, edited, question, name))
  if (made.kind === 'written') return made.after
  throw new CliError(`${name}: ${made.why}; leave -o out, and make the printed edit by hand`)
}

/** @throws CliError where a library of `--libc` has no port to an ABI; without `--libc`, where none has one */
function checkPorts({ to, libc }: PortOptions): void {
  for (const abi of to) {
    const without = (libc ?? LIBCS).filter((one) => !portsOf(one).includes(abi))
    if (libc === undefined ? without.length < LIBCS.length : without.length === 0) continue
    throw new CliError(
      `--to: ${without.join(' and ')} ${without.length === 1 ? 'has' : 'have'} no port for ${abi}; leave ${abi} out`,
    )
  }
}

/** The names of warnings that an edit can cause. */
const OF_EDITS: readonly WarningName[] = ['unsafe-shape', 'lost-refusal']

/** The warnings of the edited policy on the ABIs to which it goes that the policy without the edit does not have there. */
function newWarnings(before: Policy, { edited }: Porting, { to }: PortQuestion): readonly Warning[] {
  const found = to.flatMap((token) => {
    const target = { abis: [signedAbiTable(token)] }
    const [old, fresh] = [before, edited].map(
      ({ abis: _named, ...policy }) => resolve(policy, target).warnings,
    )
    const known = new Set(old?.map(({ name, message }) => `${name} ${message}`))
    return (fresh ?? []).filter(
      ({ name, message }) => OF_EDITS.includes(name) && !known.has(`${name} ${message}`),
    )
  })
  return [...new Map(found.map((each) => [each.message, each])).values()]
}

function questionOf({ to, abi, libc, kernel }: PortOptions, policy: Policy): PortQuestion {
  return {
    from: abi?.token ?? policyAbis(policy)[0]!,
    to,
    libcs: libc ?? LIBCS,
    kernels: kernel ?? { oldest: NEWEST_KERNEL, newest: NEWEST_KERNEL },
    ...(policy.caps === undefined ? {} : { caps: policy.caps }),
  }
}

/** `seccompile port`. */
export async function port(io: Io, options: PortOptions): Promise<ExitCode> {
  const { policy: argument, json = false, output } = options
  const name = inputName(argument)
  checkPorts(options)
  const path = output === '-' ? undefined : output
  checkNotInput(path, [argument])
  if (output === '-' && json)
    throw new CliError('--json and the edited policy would both go to standard output; name a file with -o')
  const editable = await loadEditable(argument, {})
  const { policy, notes = [] } = editable.loaded
  if (!json) for (const note of notes) sayNote(io, note)
  const question = questionOf(options, policy)
  const porting = portingOf(policy, question, editable.form)
  if (porting.kind === 'undecided') return sayUndecided(io, porting.reason, json)
  const text = output === undefined ? undefined : await editedText(editable, porting, question, name)
  const isNamed = policy.abis !== undefined && question.to.some((abi) => policy.abis?.includes(abi) === false)
  const warnings = newWarnings(policy, porting, question)
  const answer = { porting, question, name, isNamed, why: editable.why, path, warnings }
  if (text !== undefined && path !== undefined) await writeOutput(path, new TextEncoder().encode(text))
  if (json) sayPortingJson(io, answer)
  else sayPorting(io, answer, output === '-')
  if (text !== undefined && path === undefined) io.out(text)
  const { rows, left, lost, changed } = porting
  const isDone =
    rows.every(({ status, unmoved }) => status !== 'withheld' && unmoved.length === 0) &&
    left.every(({ isNeeded }) => !isNeeded)
  return isDone && lost.length === 0 && changed.length === 0 ? EXIT.ok : EXIT.no
}
