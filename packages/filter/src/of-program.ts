/* Filters of programs: one, or a stack that one task has attached. */
import type { Endianness, Program } from '@seccompile/abi'
import { regions } from '@seccompile/prover'
import type { Subject } from '@seccompile/prover'
import { expectList, expectObject } from '@seccompile/shape'
import type { AbiTable } from '@seccompile/syscalls'
import type { Filter } from './filter.ts'

/** The ABIs that name the calls of programs. All have one byte order. */
type Abis = readonly [AbiTable, ...AbiTable[]]

/** The `AUDIT_ARCH_*` values that `subject` names, in order; none where the question is undecided. */
function archesOf(subject: Subject, endianness: Endianness): readonly number[] {
  const answer = regions(subject, { endianness })
  if (answer.kind === 'undecided') return []
  const named = answer.sections.filter(({ rest }) => !rest).flatMap(({ arches }) => arches)
  return named.filter(({ lo, hi }) => lo === hi).map(({ lo }) => lo)
}

function ofSubject(name: string, leveled: Subject, abis: Abis, program: Program | undefined): Filter {
  const { endianness } = abis[0]
  return {
    name,
    leveled,
    endianness,
    abis,
    arches: () => archesOf(leveled, endianness),
    program: () => Promise.resolve(program),
    target: {},
    notes: [],
    findings: [],
  }
}

/** The filter of a program that the kernel accepts. `abis` name its calls. */
export function programFilter(name: string, program: Program, abis: Abis): Filter {
  expectList(program, 'program', 'code', 'k')
  expectList(abis, 'abis', 'token', 'endianness')
  return ofSubject(name, { level: 'program', ir: program }, abis, program)
}

/** The filter of programs that one task has attached, the oldest first. `abis` name their calls. */
export function stackFilter(name: string, programs: readonly Program[], abis: Abis): Filter {
  expectList(programs, 'programs')
  expectObject(abis, 'abis', 'length')
  const filters = programs.map((ir) => ({ level: 'program', ir }) as const)
  return ofSubject(name, { level: 'stack', ir: filters }, abis, undefined)
}
