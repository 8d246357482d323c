/* Filters without a policy: a program, rules, or a stack of these that one task has attached. */
import type { Endianness, Program } from '@seccompile/abi'
import { regions } from '@seccompile/prover'
import type { LeveledIr, Subject } from '@seccompile/prover'
import type { RuleSet } from '@seccompile/rules'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { PlainFilter } from './filter.ts'

/** The `AUDIT_ARCH_*` values that `subject` names, in order; none where the question is undecided. */
function archesOf(subject: Subject, endianness: Endianness): readonly number[] {
  const answer = regions(subject, { endianness })
  if (answer.kind === 'undecided') return []
  const named = answer.sections.filter(({ rest }) => !rest).flatMap(({ arches }) => arches)
  return named.filter(({ lo, hi }) => lo === hi).map(({ lo }) => lo)
}

function plainFilter(
  name: string,
  subject: Subject,
  abis: PlainFilter['abis'],
  program: (abi: AbiTable) => Program | undefined,
): PlainFilter {
  expectList(abis, 'abis', 'token', 'endianness')
  if (abis.length === 0) throw new RangeError('abis: expected at least one ABI; got none')
  const { endianness } = abis[0]
  return {
    name,
    subject,
    endianness,
    abis,
    arches: () => archesOf(subject, endianness),
    program: () => Promise.resolve(program(abis[0])),
    notes: [],
    findings: [],
  }
}

/** The filter of a program that the kernel accepts. `abis` name its calls, the main one first. */
export function programFilter(name: string, program: Program, abis: PlainFilter['abis']): PlainFilter {
  expectList(program, 'program', 'code', 'k')
  return plainFilter(name, { level: 'program', ir: program }, abis, () => program)
}

/**
 * The filter of rules. `abis` name their calls, the main one first.
 * @param toProgram - what compiles the rules where somebody asks for their program; if left out, the filter has none
 */
export function rulesFilter(
  name: string,
  rules: RuleSet,
  abis: PlainFilter['abis'],
  toProgram: (rules: RuleSet, endianness: Endianness) => Program | undefined = () => undefined,
): PlainFilter {
  expectObject(rules, 'rules', 'sections')
  const filter = plainFilter(name, { level: 'rules', ir: rules }, abis, () =>
    toProgram(rules, abis[0].endianness),
  )
  return { ...filter, arches: () => rules.sections.map(({ arch }) => arch) }
}

/** The filter of programs or rules that one task has attached, the oldest first. `abis` name their calls. */
export function stackFilter(
  name: string,
  parts: readonly LeveledIr[],
  abis: PlainFilter['abis'],
): PlainFilter {
  expectList(parts, 'parts', 'level')
  return plainFilter(name, { level: 'stack', ir: parts }, abis, () => undefined)
}
