/*
 * Writes a filter as a file of seccompiler.
 *
 * A file holds one verdict for calls that match a rule, and one for the others. The writer takes the default of the
 * filter, and the most frequent of the other verdicts. A call with a third verdict is a loss.
 *
 * seccompiler compiles for one ABI. Programs of another architecture are killed, and calls of x32 count as calls
 * without a rule. Where the filter has other verdicts for these, that is a loss too. Where calls of x32 would run
 * that the filter refuses, the file refuses calls without a rule, and has a rule for each call that runs.
 *
 * Firecracker gives the rules to libseccomp. So the lists of rules have forms that libseccomp compiles exactly, and a
 * call of x32 kills its thread.
 */
import { refuses, SECCOMP_RET, strictnessOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { abiLosses, clausesOf, express, siblings, verdictsOn } from '@seccompile/notation'
import type {
  Clause,
  ExpressedAnswer,
  ExpressedCall,
  Loss,
  NotationText,
  Vocabulary,
} from '@seccompile/notation'
import { exactClauses } from '@seccompile/oci'
import { jsonText } from '@seccompile/oci/reading'
import { PolicyError } from '@seccompile/policy'
import { actionVerdict, isExactList } from '@seccompile/policy/toolkit'
import type { RuleSet } from '@seccompile/rules'
import { expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import { x32 } from '@seccompile/syscalls/x32'
import { alternatives } from './alternatives.ts'
import { DIALECTS } from './dialect.ts'
import type { SeccompilerDialect } from './dialect.ts'
import { actionJson, operatorWord } from './words.ts'
import type { ActionJson } from './words.ts'

/** The options of writing a file of seccompiler. */
export interface WriteSeccompilerOptions {
  /** The ABIs that the filter is for. seccompiler compiles for the first one. */
  readonly abis: readonly AbiTable[]
  /** The name of the filter; `filter` where left out. */
  readonly thread?: string
  /** The compiler that the file is for; `seccompiler` where left out. */
  readonly dialect?: SeccompilerDialect | undefined
}

const { ALLOW, KILL_PROCESS } = SECCOMP_RET

/** The comparisons of each dialect. */
const CLAUSES: Readonly<Record<SeccompilerDialect, Pick<Vocabulary, 'clauses' | 'exact'>>> = {
  seccompiler: { clauses: alternatives },
  firecracker: { clauses: clausesOf, exact: { holds: isExactList, clauses: exactClauses } },
}

/** The verdict of calls that match a rule: the most frequent verdict other than the default. */
function matchVerdict(
  otherwise: Verdict,
  calls: readonly ExpressedCall[],
  hasWord: (verdict: Verdict) => boolean,
): Verdict {
  const counts = new Map<Verdict, number>()
  for (const { verdict } of calls.flatMap(({ answers }) => answers))
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const [first] = [...counts]
    .filter(([verdict]) => verdict !== otherwise && hasWord(verdict))
    // A refused call needs a verdict that refuses. Among equally frequent verdicts, the stricter one wins.
    .toSorted(
      ([a, timesA], [b, timesB]) =>
        (refuses(otherwise) ? 0 : Number(refuses(b)) - Number(refuses(a))) ||
        timesB - timesA ||
        strictnessOf(a) - strictnessOf(b) ||
        a - b,
    )
  return first?.[0] ?? (otherwise === ALLOW ? KILL_PROCESS : ALLOW)
}

function conditionJson(clause: Clause): readonly unknown[] {
  return clause.map((condition) => {
    const { index } = condition
    return condition.op === 'MASKED_EQ'
      ? {
          index,
          type: 'qword',
          op: { masked_eq: condition.value },
          val: condition.value & condition.valueTwo,
        }
      : { index, type: 'qword', op: operatorWord(condition.op), val: condition.value }
  })
}

const ruleJson = (syscall: string, clause: Clause): unknown =>
  clause.length === 0 ? { syscall } : { syscall, args: conditionJson(clause) }

const strictestOn = (rules: RuleSet, abi: AbiTable): Verdict =>
  verdictsOn(rules, abi).reduce((a, b) => (strictnessOf(b) < strictnessOf(a) ? b : a))

/** The losses on all ABIs except the one that seccompiler compiles for. */
function otherLosses(
  rules: RuleSet,
  abis: readonly AbiTable[],
  otherwise: Verdict,
  dialect: SeccompilerDialect,
): readonly Loss[] {
  const [main, ...others] = abis
  const all = siblings(abis)
  // The filter of x86_64 also runs for x32, except under libseccomp.
  const isApart = ({ auditArch }: AbiTable): boolean =>
    dialect === 'firecracker' || auditArch !== main!.auditArch
  const killed = actionVerdict(DIALECTS[dialect].badArch)
  const near = [...others, ...all].filter((abi) => !isApart(abi))
  return [
    ...abiLosses(rules, others.filter(isApart), killed),
    ...abiLosses(rules, all.filter(isApart), killed, rules.badArch),
    ...abiLosses(rules, near, otherwise),
  ]
}

/** A file for `main` in which calls without a rule get a verdict at least as strict as `atMost`. */
function fileOf(
  rules: RuleSet,
  { abis, thread = 'filter', dialect = 'seccompiler' }: WriteSeccompilerOptions,
  main: AbiTable,
  atMost: Verdict,
): NotationText & { readonly otherwise: Verdict } {
  const { keys, actionWords, badArch: killing } = DIALECTS[dialect]
  const json = (verdict: Verdict): ActionJson | undefined => actionJson(verdict, actionWords)
  const hasWord = (verdict: Verdict): boolean => json(verdict) !== undefined
  const hasDefault = (verdict: Verdict): boolean =>
    hasWord(verdict) && strictnessOf(verdict) <= strictnessOf(atMost)
  const all = express(rules, [main], { hasVerdict: hasWord, hasDefault, ...CLAUSES[dialect] })
  const { otherwise } = all
  const match = matchVerdict(otherwise, all.calls, hasWord)
  const isHeld = (verdict: Verdict): boolean => verdict === otherwise || verdict === match
  const { calls, losses } = express(rules, [main], {
    hasVerdict: isHeld,
    hasDefault: (verdict) => verdict === otherwise,
    ...CLAUSES[dialect],
    refusals: [match],
  })
  // The file may lack the verdict of a call that is a loss: the call gets the stricter one of the two.
  const stricterIsMatch = strictnessOf(match) < strictnessOf(otherwise)
  const clausesIn = ({ verdict, clauses: own }: ExpressedAnswer): readonly Clause[] => {
    if (isHeld(verdict)) return verdict === match ? own : []
    return stricterIsMatch ? [[]] : []
  }
  const entries = calls
    .map(({ name, answers }) => ({ name, clauses: answers.flatMap(clausesIn) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const filter = {
    [keys.mismatch]: json(otherwise),
    [keys.match]: json(match),
    filter: entries.flatMap(({ name, clauses: own }) => own.map((clause) => ruleJson(name, clause))),
  }
  const { badArch } = rules
  const killed = actionVerdict(killing)
  return {
    otherwise,
    text: `${jsonText({ [thread]: filter }, '  ')}\n`,
    losses: [
      ...all.losses.filter(({ kind }) => kind === 'default'),
      ...losses.filter(({ kind }) => kind !== 'default'),
      ...otherLosses(rules, abis, otherwise, dialect),
      ...(badArch === killed ? [] : [{ kind: 'bad-arch', verdict: badArch, written: killed } as const]),
    ],
  }
}

/**
 * A file of seccompiler with one filter, JSON with a final newline, with the meaning of `rules` except for its
 * losses.
 * @throws PolicyError E_TARGET where seccompiler does not compile for the first ABI
 */
export function writeSeccompiler(rules: RuleSet, options: WriteSeccompilerOptions): NotationText {
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectObject(options, 'options', 'abis')
  const { abis, dialect = 'seccompiler' } = options
  const { title, architectures } = DIALECTS[dialect]
  const [main] = abis
  if (main === undefined || !architectures.includes(main.token))
    throw new PolicyError(
      'E_TARGET',
      `${title} compiles for ${architectures.join(', ')}, and the main ABI is ${main?.token ?? 'none'}; name one of these`,
    )
  const plain = fileOf(rules, options, main, ALLOW)
  const isX32Lost = plain.losses.some((loss) => loss.kind === 'abi' && loss.abi === 'x32')
  // Calls of x32 have no rule. Where calls without a rule run, calls of x32 would run that the filter may refuse.
  const isOpen = dialect === 'seccompiler' && isX32Lost && !refuses(plain.otherwise)
  const { text, losses } = isOpen ? fileOf(rules, options, main, strictestOn(rules, x32)) : plain
  return { text, losses }
}
