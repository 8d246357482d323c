/* `seccompile port`: the edit of a policy for other ABIs, C libraries or kernels. */
import { LIBCS, portsOf } from '@seccompile/libc-calls'
import type { LibcName } from '@seccompile/libc-calls'
import { NEWEST_KERNEL, policyAbis } from '@seccompile/policy'
import type { Policy, KernelRange } from '@seccompile/policy'
import { judgedPort } from '@seccompile/port'
import type { PortQuestion } from '@seccompile/port'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { inputName } from '../io/input.ts'
import type { Io } from '../io/io.ts'
import { writeOutput } from '../io/output.ts'
import { loadEditable } from '../load/editable-policy.ts'
import { sayUndecided } from '../load/question.ts'
import { ABI_LIST, abiTokens, oneAbi } from '../options/abi.ts'
import { outputOption, POLICY } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { parseKernels } from '../options/kernels.ts'
import { sayPorting, sayPortingJson } from '../show/porting.ts'
import { sayNote } from '../show/say.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FREE, listOf } from '../syntax/completion.ts'
import { itemsOf, parseChoice, required, valued } from '../syntax/option.ts'
import { checkNotInput } from '../write/output-file.ts'
import type { OutputOptions } from '../write/output-file.ts'

/** A policy, and where it goes. */
interface PortOptions extends OutputOptions {
  readonly policy: string
  readonly to: readonly AbiToken[]
  readonly abi?: AbiTable | undefined
  readonly libc?: readonly LibcName[] | undefined
  readonly kernel?: KernelRange | undefined
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
async function port(io: Io, options: PortOptions): Promise<ExitCode> {
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
  const porting = judgedPort(policy, question, editable)
  if (porting.kind === 'undecided') return sayUndecided(io, porting.reason, json)
  const made = output === undefined ? undefined : await porting.written()
  if (made?.kind === 'not-written')
    throw new CliError(`${name}: ${made.why}; leave -o out, and make the printed edit by hand`)
  const text = made?.after
  const answer = { porting, question, name, why: editable.why, path }
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

const parseLibcs = (text: string, flag: string): readonly LibcName[] => [
  ...new Set(itemsOf([text]).map((word) => parseChoice(word, flag, LIBCS))),
]

/** `seccompile port`. */
export const command: Command = defineCommand({
  description:
    'the calls that programs make on other ABIs, with other C libraries or on other kernels in place of those that a policy allows, as an edit with a reason and a source for each; the edited policy with -o. Exit 0 where each call has its place, exit 1 where the edit does not open some, or where a refusal has no effect there',
  args: { policy: POLICY },
  options: {
    to: required({
      placeholder: 'list',
      brief:
        'the ABIs to which the policy goes: aarch64,riscv64; its own ABI where only the library or the kernel changes',
      parse: abiTokens,
      complete: ABI_LIST,
    }),
    abi: oneAbi('the ABI that the policy is written for', 'the first of the policy, or x86_64'),
    libc: valued({
      placeholder: 'list',
      brief: 'the C libraries of the programs there: glibc, musl',
      otherwise: 'both',
      parse: parseLibcs,
      complete: listOf(LIBCS),
    }),
    kernel: valued({
      placeholder: 'x.y..x.y',
      brief: 'the kernels there, from the oldest to the newest; a single version is both',
      otherwise: 'the newest known',
      parse: parseKernels,
      complete: FREE,
    }),
    output: outputOption('the edited policy, in the notation of the policy', 'only the edit is printed'),
    json: JSON_OUT,
  },
  examples: [
    {
      does: 'what a profile lacks on arm64',
      line: 'seccompile port profile.json --to aarch64',
    },
    {
      does: 'a profile of a glibc image for an Alpine image',
      line: 'seccompile port profile.json --to x86_64 --libc musl -o alpine.json',
    },
  ],
  run: port,
})
