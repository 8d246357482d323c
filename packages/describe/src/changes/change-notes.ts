/*
 * Notes: changes with one cause in the options of the two sides, each stated once.
 *
 * A further ABI, another action for numbers that no table knows, or another verdict for the calls of all other ABIs
 * is one decision of a person, and hundreds of changes in a list. Every note is derived from the meaning of the
 * filters, so it holds for raw filters of any tool as well. The notes and the remaining changes together are all
 * changes.
 */
import { NO_CALL } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { Filter } from '@seccompile/filter'
import { inquire, isUndecided } from '@seccompile/prover'
import type { Change, Direction, ProveOptions } from '@seccompile/prover'
import { canonical, difference, intersection, isAlways, sameSet, U32 } from '@seccompile/rules'
import type { RangeSet } from '@seccompile/rules'
import { abiNumbers, abis as allAbis, calls } from '@seccompile/syscalls'
import type { AbiFacts, AbiTable } from '@seccompile/syscalls'
import { signedAbiTable } from '@seccompile/signatures'
import type { CallNames } from '../names/call-names.ts'
import { DIRECTIONS } from './directions.ts'
import type { FilterPair } from './filter-pair.ts'

type VerdictNames = Pick<CallNames, 'verdict'>

/** Changes that have one cause. */
export interface ChangeNote {
  /**
   * The cause: the ABIs of the sides, the verdict for numbers that no table knows, or the verdict for the calls of
   * all other ABIs.
   */
  readonly name: 'abis' | 'unknown' | 'bad-arch'
  readonly message: string
  readonly directions: readonly Direction[]
  readonly changes: readonly Change[]
}

/** Notes, and the changes that no note covers. */
export interface NotedChanges {
  readonly notes: readonly ChangeNote[]
  readonly changes: readonly Change[]
}

const directionsOf = (changes: readonly Change[]): readonly Direction[] =>
  DIRECTIONS.filter((direction) => changes.some((change) => change.direction === direction))

const isOneArch = ({ arches }: Change, arch: number): boolean =>
  arches.some(({ lo, hi }) => lo <= arch && arch <= hi)

/** Whether the ABI shares the arch of another ABI and has its numbers from its base on, as x32 has. */
const sharesArch = ({ auditArch, base, token }: AbiFacts): boolean =>
  base > 0 && allAbis.some((other) => other.auditArch === auditArch && other.token !== token)

/** The numbers of an ABI. The number that is no call belongs to the first ABI of its arch. */
const ownNumbers = (abi: AbiFacts): RangeSet<number> =>
  sharesArch(abi) ? difference(U32, abiNumbers(abi), [{ lo: NO_CALL, hi: NO_CALL }]) : abiNumbers(abi)

/** The numbers of an ABI above its newest call; no call has them. */
function unknownNumbers(abi: AbiTable): RangeSet<number> {
  const above = intersection(ownNumbers(abi), [{ lo: abi.newest + 1, hi: NO_CALL - 1 }])
  const known = calls(abi).map(({ nr }) => ({ lo: nr, hi: nr }))
  return difference(U32, above, canonical(U32, known))
}

/** Whether `changes` have the number of a call of `abi`, and not only numbers that no table knows. */
const haveCall = (changes: readonly Change[], { token }: AbiFacts): boolean =>
  calls(signedAbiTable(token)).some(({ nr }) =>
    changes.some(({ numbers }) => numbers.some(({ lo, hi }) => lo <= nr && nr <= hi)),
  )

/** Splits `changes` at the numbers `numbers` of `arch`: the changes of these numbers, and the rest. */
function takenOut(
  changes: readonly Change[],
  arch: number,
  numbers: RangeSet<number>,
): { readonly taken: readonly Change[]; readonly left: readonly Change[] } {
  const taken: Change[] = []
  const left: Change[] = []
  for (const change of changes) {
    const common = isOneArch(change, arch) ? intersection(change.numbers, numbers) : []
    if (common.length === 0) {
      left.push(change)
      continue
    }
    const at = [{ lo: arch, hi: arch }]
    taken.push({ ...change, arches: at, numbers: common })
    const arches = difference(U32, change.arches, at)
    if (arches.length > 0) left.push({ ...change, arches })
    const others = difference(U32, change.numbers, common)
    if (others.length > 0) left.push({ ...change, arches: at, numbers: others })
  }
  return { taken, left }
}

/** The ABIs for which one side has one verdict for all numbers. */
interface Constants {
  /**
   * Whether the side names an arch. A side that names none covers calls of every ABI, even with one verdict for all.
   */
  readonly namesArch: () => boolean
  /** The one verdict of all numbers of an ABI; `undefined` for several verdicts. */
  readonly verdict: (abi: AbiFacts) => Verdict | undefined
}

/** The constants of the left side and of the right side. */
type BothConstants = readonly [Constants, Constants]

function constantsOf(filter: Filter, { within: _within, ...bounds }: ProveOptions): Constants {
  // For a raw filter both values need its diagram, which most questions do not need. So they are computed on demand.
  let arches: readonly number[] | undefined
  let inquiry: ReturnType<typeof inquire> | undefined
  const named = (): readonly number[] => (arches ??= filter.arches())
  return {
    namesArch: () => named().length > 0,
    verdict: (abi) => {
      const isNamed = named().includes(abi.auditArch)
      const { subject } = filter
      if (subject.level === 'rules') {
        if (!isNamed) return subject.ir.badArch
        if (!sharesArch(abi) || filter.abis.some(({ token }) => token === abi.token)) return undefined
      } else if (isNamed && !sharesArch(abi)) return undefined
      inquiry ??= inquire(subject, bounds)
      if (inquiry.kind === 'undecided') return undefined
      try {
        const [verdict, ...others] = inquiry.verdicts({ arch: abi.auditArch, numbers: ownNumbers(abi) })
        return others.length === 0 ? verdict : undefined
      } catch (error) {
        if (!isUndecided(error)) throw error
        return undefined // no note: the changes are listed one by one
      }
    },
  }
}

/** A message that contains `abis`, for notes that are alike for several ABIs. */
interface AboutAbis {
  readonly abis: AbiFacts[]
  readonly changes: Change[]
  readonly message: (abis: string) => string
}

/** Adds `changes` of `abi` to the note with the text `message`. */
function noted(
  notes: Map<string, AboutAbis>,
  abi: AbiFacts,
  changes: readonly Change[],
  message: (abis: string) => string,
): void {
  const key = message('')
  const note = notes.get(key) ?? { abis: [], changes: [], message }
  notes.set(key, note)
  note.abis.push(abi)
  note.changes.push(...changes)
}

const notesOf = (name: ChangeNote['name'], notes: ReadonlyMap<string, AboutAbis>): readonly ChangeNote[] =>
  [...notes.values()].map(({ abis, changes, message }) => ({
    name,
    message: message(abis.map(({ token }) => token).join(', ')),
    directions: directionsOf(changes),
    changes,
  }))

/** The ABIs of the changes, for each arch that is a single value or has a table. */
const abisOf = (changes: readonly Change[]): readonly AbiFacts[] =>
  allAbis.filter(({ auditArch }) => changes.some((change) => isOneArch(change, auditArch)))

/**
 * Notes on ABIs that only one of the two sides covers. With `other`, also the note on all ABIs that neither side
 * covers; x32 belongs to that note when its calls change in the same way. A note whose calls are not listed ends with
 * `hint`.
 */
function abiNotes(
  { left, right }: FilterPair,
  [ofLeft, ofRight]: BothConstants,
  all: readonly Change[],
  other: readonly ChangeNote[],
  hint: string,
  { verdict: text }: VerdictNames,
): NotedChanges {
  const notes = new Map<string, AboutAbis>()
  let rest = all
  let unnamed = other
  for (const abi of abisOf(all)) {
    const { taken, left: others } = takenOut(rest, abi.auditArch, ownNumbers(abi))
    const [first] = taken
    if (first === undefined) continue
    const from = taken.every((change) => change.from === first.from) ? ofLeft.verdict(abi) : undefined
    const to = taken.every((change) => change.to === first.to) ? ofRight.verdict(abi) : undefined
    const isCause =
      from === undefined ? to !== undefined && ofRight.namesArch() : to !== undefined || ofLeft.namesArch()
    if (!isCause) continue
    // A side for an ABI does otherwise with its calls: other numbers alone say nothing about the ABI.
    if ((from === undefined || to === undefined) && !haveCall(taken, abi)) continue
    rest = others
    const isOther = (note: ChangeNote): boolean =>
      note.changes.some((change) => change.from === from && change.to === to)
    if (unnamed.some(isOther)) {
      unnamed = unnamed.map((note) =>
        isOther(note) ? { ...note, changes: [...note.changes, ...taken] } : note,
      )
      continue
    }
    noted(notes, abi, taken, (abis) => {
      if (from !== undefined && to !== undefined)
        return `calls of ${abis} get ${text(from, [abi.token])} in ${left.name} and ${text(to, [abi.token])} in ${right.name}`
      const [more, less, verdict] = from === undefined ? [left, right, to!] : [right, left, from]
      return `${more.name} is for ${abis} too, whose calls get ${text(verdict, [abi.token])} in ${less.name}${hint}`
    })
  }
  return { notes: [...notesOf('abis', notes), ...unnamed], changes: rest }
}

/**
 * Notes on numbers that no table knows, for each ABI that both sides cover and whose unknown numbers all change in
 * one way.
 */
function unknownNotes(
  { left, right }: FilterPair,
  sides: BothConstants,
  all: readonly Change[],
  { verdict: text }: VerdictNames,
): NotedChanges {
  const notes = new Map<string, AboutAbis>()
  let rest = all
  for (const { token, auditArch } of abisOf(all)) {
    const abi = signedAbiTable(token)
    const unknown = unknownNumbers(abi)
    const cause = rest.find(
      (change) =>
        isOneArch(change, auditArch) &&
        isAlways(change.when) &&
        change.pointer === undefined &&
        sameSet(intersection(change.numbers, unknown), unknown),
    )
    if (cause === undefined || sides.some(({ verdict }) => verdict(abi) !== undefined)) continue
    const { taken, left: others } = takenOut(rest, auditArch, unknown)
    rest = others
    const { from, to } = cause
    noted(
      notes,
      abi,
      taken,
      (abis) =>
        `numbers of ${abis} above the newest known call get ${text(from, [token])} in ${left.name} and ${text(to, [token])} in ${right.name} (unknown)`,
    )
  }
  return { notes: notesOf('unknown', notes), changes: rest }
}

/** The note on the calls of all ABIs that neither side covers, when all these calls change in one way. */
function badArchNote(
  { left, right }: FilterPair,
  all: readonly Change[],
  { verdict: text }: VerdictNames,
): NotedChanges {
  const isRest = ({ arches, numbers, when, pointer }: Change): boolean =>
    arches.length > 1 &&
    arches.some(({ lo, hi }) => lo < hi) &&
    isAlways(when) &&
    pointer === undefined &&
    sameSet(numbers, [{ lo: U32.min, hi: U32.max }])
  const found = all.find(isRest)
  if (found === undefined) return { notes: [], changes: all }
  const { from, to } = found
  const message = `calls of other ABIs get ${text(from, [])} in ${left.name} and ${text(to, [])} in ${right.name} (badArch)`
  return {
    notes: [{ name: 'bad-arch', message, directions: [found.direction], changes: [found] }],
    changes: all.filter((change) => change !== found),
  }
}

/**
 * Notes on `changes` from one side of the question to the other, and the changes that no note covers. A question
 * about a part of the calls asks for exactly these calls, so the ABIs of the sides are no cause in its answer.
 * @param hasWithin - whether the command that shows the notes has `--within`, which lists the calls of a note
 */
export function changeNotes(
  asked: FilterPair,
  changes: readonly Change[],
  hasWithin: boolean,
  names: VerdictNames,
): NotedChanges {
  const isPart = asked.prove.within !== undefined
  const other = isPart ? { notes: [], changes } : badArchNote(asked, changes, names)
  const sides = [constantsOf(asked.left, asked.prove), constantsOf(asked.right, asked.prove)] as const
  const hint = hasWithin ? '; --within lists them' : ''
  const byAbi = isPart ? other : abiNotes(asked, sides, other.changes, other.notes, hint, names)
  const unknown = unknownNotes(asked, sides, byAbi.changes, names)
  return { notes: [...byAbi.notes, ...unknown.notes], changes: unknown.changes }
}
