import { auditArchName, verdictName } from '@seccompile/abi'
import { solve } from '@seccompile/prover'
import type { Constraints } from '@seccompile/prover'
import { nameOf } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { parseFixed } from '../options/call-arguments.ts'
import { parseNumber } from '../options/call.ts'
import { askOne, sayUndecided } from '../options/question.ts'
import type { AskedOne, QuestionOptions } from '../options/question.ts'
import { parseVerdict } from '../options/verdict.ts'
import { callNames } from '../show/call-names.ts'
import { hasArguments, loadArgumentNames } from '../show/load-names.ts'
import { sayJson, sayNote } from '../show/say.ts'
import { callFacts } from '../show/witness.ts'

/** The options of `solve`, as typed. */
export interface SolveCommandOptions extends QuestionOptions {
  readonly verdict: string
  readonly syscall?: string
  readonly arg?: readonly string[]
}

async function constraintsOf(
  [abi]: readonly [AbiTable, ...AbiTable[]],
  { syscall, arg = [] }: SolveCommandOptions,
): Promise<Constraints> {
  if (syscall === undefined) return { args: await parseFixed(arg, { abi, name: undefined }) }
  const nr = parseNumber(syscall, abi)
  return { arch: abi.auditArch, nr, args: await parseFixed(arg, { abi, name: nameOf(abi, nr) }) }
}

/** Notes that the call was looked up in an ABI that the filter is not for, which may be why there is no such call. */
function noteAbi(
  io: Io,
  { side, abis: [abi] }: AskedOne,
  { syscall, within, json }: SolveCommandOptions,
): void {
  if (syscall === undefined || within !== undefined || json === true) return
  const arches = side.arches()
  if (arches.length === 0 || arches.includes(abi.auditArch)) return
  const known = arches.map(auditArchName).join(', ')
  sayNote(
    io,
    `"${syscall}" was looked up in ${abi.token}, and ${side.name} is for ${known}; name its ABI with --abi`,
  )
}

/** `seccompile solve`: a call that gets a verdict. */
export async function solveCommand(
  io: Io,
  argument: string,
  options: SolveCommandOptions,
): Promise<ExitCode> {
  parseVerdict(options.verdict, 'x86_64') // a misspelt one is an error before a module runs
  const asked = await askOne(io, argument, options)
  const { side, abis, prove } = asked
  const goal = parseVerdict(options.verdict, abis[0].token)
  const answer = solve(side.leveled, goal, await constraintsOf(abis, options), prove)
  const { json = false } = options
  switch (answer.kind) {
    case 'undecided':
      return sayUndecided(io, answer.reason, json)
    case 'none':
      noteAbi(io, asked, options)
      if (json) sayJson(io, { answer: 'none' })
      else io.out(`no such call gets ${typeof goal === 'number' ? verdictName(goal) : goal}\n`)
      return EXIT.no
    case 'found': {
      const { data, verdict } = answer
      const args = await loadArgumentNames(abis, options, hasArguments(data))
      if (json)
        sayJson(io, {
          answer: 'found',
          call: callFacts({ abis }, data, args),
          verdict: verdictName(verdict),
          ret: verdict,
        })
      else io.out(`${callNames(abis, args).call(data)}: ${verdictName(verdict)}\n`)
      return EXIT.ok
    }
  }
}
