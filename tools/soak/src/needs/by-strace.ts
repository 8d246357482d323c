/* One command, recorded by the watcher and by strace: the two policies, and how they differ. */
import { needsOf } from '@seccompile/needs'
import type { Needs } from '@seccompile/needs'
import { printCondition, resolve } from '@seccompile/policy'
import { changes } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import { record, recordByStrace } from '@seccompile/watch'
import { OWN } from '../watch/machine.ts'
import type { SoakCommand } from './commands.ts'

const QUIET = ['ignore', 'ignore', 'ignore'] as const

/** Calls that the watcher does not see, and that every policy has. */
const NOT_WATCHED: readonly string[] = ['exit', 'exit_group', 'rt_sigreturn', 'sigreturn']

/** The calls that a policy allows, each with its condition. */
const allowedBy = ({ seen }: Needs): ReadonlySet<string> =>
  new Set(
    seen
      .filter(({ call }) => !NOT_WATCHED.includes(call))
      .map(({ call, when }) => (when === undefined ? call : `${call} when ${printCondition(when)}`)),
  )

/** How two policies of one command differ. */
export interface SourceDifference {
  /** Whether the prover finds no call to which they give different verdicts. */
  readonly isSame: boolean
  readonly onlyWatched: readonly string[]
  readonly onlyTraced: readonly string[]
}

/** Records `command` by both, and compares the policies. */
export async function bySource(command: SoakCommand): Promise<SourceDifference> {
  const needs: Needs[] = []
  for (const by of [record, recordByStrace]) {
    command.before?.()
    const { head, rows } = await by(command.words, { stdio: QUIET })
    needs.push(needsOf([{ file: command.name, head, rows }]))
  }
  const [watched, traced] = needs as [Needs, Needs] // of the two sources
  const [a, b] = [watched, traced].map(({ policy }) => {
    const { rules } = resolve(policy, { abis: [signedAbiTable(OWN.token)] })
    return { level: 'rules', ir: rules } as const
  })
  const found = changes(a!, b!)
  const [mine, theirs] = [allowedBy(watched), allowedBy(traced)]
  return {
    isSame: found.kind !== 'undecided' && found.changes.length === 0,
    onlyWatched: [...mine].filter((each) => !theirs.has(each)),
    onlyTraced: [...theirs].filter((each) => !mine.has(each)),
  }
}
