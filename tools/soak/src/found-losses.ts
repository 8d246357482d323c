/*
 * The losses that a writer names, compared with the real ones.
 *
 * A prover that knows nothing of the writer finds the changes between a filter and its text. A loss is real where a
 * change lies in what the loss names, and the text gives one of those calls another verdict. All losses are named
 * where every change lies in what some loss names.
 */
import { refuses, verdictName } from '@seccompile/abi'
import type { SeccompData } from '@seccompile/abi'
import { lossText } from '@seccompile/notation'
import type { Loss } from '@seccompile/notation'
import { solve } from '@seccompile/prover'
import type { Change } from '@seccompile/prover'
import { contains, difference, intersection, meaning, U32 } from '@seccompile/rules'
import type { RangeSet, RuleSet } from '@seccompile/rules'
import { abiNumbers, abiTable } from '@seccompile/syscalls'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'

/** Numbers of an arch. */
interface NumberPlace {
  readonly arch: number
  readonly numbers: RangeSet<number>
}

const one = (nr: number): RangeSet<number> => [{ lo: nr, hi: nr }]

/** The numbers of `abi` that belong to no call. */
const unnamed = (abi: AbiTable): RangeSet<number> =>
  difference(
    U32,
    abiNumbers(abi),
    [...abi.numbers.values()].toSorted((a, b) => a - b).map((nr) => ({ lo: nr, hi: nr })),
  )

const placeOf = (abi: AbiTable, numbers: RangeSet<number>): NumberPlace => ({ arch: abi.auditArch, numbers })

const callOn = (name: string, abis: readonly AbiTable[]): readonly NumberPlace[] =>
  abis.flatMap((abi) => {
    const nr = abi.numbers.get(name)
    return nr === undefined ? [] : [placeOf(abi, one(nr))]
  })

/** The calls that a loss names, as numbers; for other architectures `undefined`. */
type LossPlaces = readonly NumberPlace[] | 'other-arches'

/** The calls that `loss` names as lost. */
function shown(loss: Loss, abis: readonly AbiTable[]): LossPlaces {
  switch (loss.kind) {
    case 'conditions':
    case 'multiplexer':
    case 'fixed':
    case 'runs':
    case 'verdict':
      return callOn(loss.name, [abiTable(loss.abi)])
    case 'abis':
      return callOn(loss.name, [abiTable(loss.abi), abiTable(loss.other)])
    case 'abi':
      return [placeOf(abiTable(loss.abi), abiNumbers(abiTable(loss.abi)))]
    case 'numbers':
      return [placeOf(abiTable(loss.abi), [{ lo: loss.lo, hi: loss.hi }])]
    case 'default': // a unit may express the verdict of numbers without a name, and not the verdict of other calls without a rule
      return abis.map((abi) => placeOf(abi, abiNumbers(abi)))
    case 'bad-arch':
      return 'other-arches'
  }
}

/** The part of `change` that `loss` may explain. A loss of a call on one ABI is named once for all ABIs. */
function explained(loss: Loss, { from }: Change, abis: readonly AbiTable[]): LossPlaces {
  if ('name' in loss) return callOn(loss.name, abis)
  if (loss.kind === 'default' && loss.verdict !== from) return abis.map((abi) => placeOf(abi, unnamed(abi)))
  return shown(loss, abis)
}

const arches = (abis: readonly AbiTable[]): readonly number[] => abis.map(({ auditArch }) => auditArch)

/** Numbers of other ABIs that share an arch with one of `abis`. */
function foreign(abis: readonly AbiTable[]): readonly NumberPlace[] {
  const tokens = new Set<AbiToken>(abis.map(({ token }) => token))
  const pairs = [abiTable('x86_64'), abiTable('x32')]
  return pairs
    .filter(({ token, auditArch }) => !tokens.has(token) && arches(abis).includes(auditArch))
    .map((abi) => placeOf(abi, abiNumbers(abi)))
}

/** A part of a change: an arch, and some of its numbers. */
interface ChangePart extends NumberPlace {
  readonly change: Change
}

/** A change on each arch of `abis`, and on one other arch that it has. */
function parts(change: Change, abis: readonly AbiTable[]): readonly ChangePart[] {
  const own = [...new Set(arches(abis))].toSorted((a, b) => a - b)
  const others = difference(
    U32,
    change.arches,
    own.map((arch) => ({ lo: arch, hi: arch })),
  )
  const found = own.filter((arch) => contains(change.arches, arch))
  const [other] = others
  return [...found, ...(other === undefined ? [] : [other.lo])].map((arch) => ({
    change,
    arch,
    numbers: change.numbers,
  }))
}

/** The part of `part` that lies in `places`. */
function inside(part: ChangePart, places: LossPlaces, abis: readonly AbiTable[]): RangeSet<number> {
  if (places === 'other-arches') {
    if (!arches(abis).includes(part.arch)) return part.numbers
    return inside(part, foreign(abis), abis)
  }
  const near = places.filter(({ arch }) => arch === part.arch)
  return near.reduce<RangeSet<number>>(
    (found, { numbers }) => [...found, ...intersection(part.numbers, numbers)],
    [],
  )
}

/** `part` without its numbers in `places`. */
const outside = (part: ChangePart, places: LossPlaces, abis: readonly AbiTable[]): ChangePart =>
  inside(part, places, abis).reduce<ChangePart>(
    (left, range) => ({ ...left, numbers: difference(U32, left.numbers, [range]) }),
    part,
  )

/** A filter and what its text means. */
export interface TextComparison {
  readonly rules: RuleSet
  readonly back: RuleSet
  readonly abis: readonly AbiTable[]
  readonly changes: readonly Change[]
  readonly losses: readonly Loss[]
}

/** A call of `change` among `numbers` of `arch`, run by both. @throws Error where no call shows the change */
function witness(
  { rules, back }: TextComparison,
  change: Change,
  arch: number,
  numbers: RangeSet<number>,
): SeccompData {
  const found = solve({ level: 'rules', ir: rules }, change.from, { arch, numbers, args: change.when })
  if (found.kind !== 'found') throw new Error(`no call shows a change: ${found.kind}`)
  const verdicts = [meaning(rules, found.data), meaning(back, found.data)]
  if (verdicts[0] === change.from && verdicts[1] === change.to) return found.data
  throw new Error(`number ${found.data.nr} of ${arch} does not get the verdicts of the change`)
}

function said(part: ChangePart): string {
  const { change, arch, numbers } = part
  const ranges = numbers.map(({ lo, hi }) => (lo === hi ? `${lo}` : `${lo}-${hi}`)).join(', ')
  return `numbers ${ranges} of 0x${arch.toString(16)} get ${verdictName(change.to)} instead of ${verdictName(change.from)}`
}

/**
 * Checks the losses of a text: each is real, and no other call is lost.
 * @throws Error for a loss that no call shows, and for calls that no loss names
 */
export function checkLosses(compared: TextComparison): void {
  const { abis, changes, losses } = compared
  const all = changes.flatMap((change) => parts(change, abis))
  for (const loss of losses) {
    const places = shown(loss, abis)
    const found = all
      .map((part) => ({ ...part, numbers: inside(part, places, abis) }))
      .find(({ numbers }) => numbers.length > 0)
    if (found === undefined) throw new Error(`no call shows the loss: ${lossText(loss, 'the notation')}`)
    witness(compared, found.change, found.arch, found.numbers)
  }
  for (const part of all) {
    const left = losses.reduce((rest, loss) => outside(rest, explained(loss, part.change, abis), abis), part)
    if (left.numbers.length > 0) throw new Error(`no loss explains a change: ${said(left)}`)
  }
}

/**
 * Checks the calls to which the text allows more than the filter does. They may only be numbers without a name, of
 * other architectures, or of x32.
 * @param mayRun - whether the text may let a call run nevertheless
 * @throws Error for any other call
 */
export function checkOpened({ abis, changes }: TextComparison, mayRun: (call: string) => boolean): void {
  const own = abis.filter(({ token }) => token !== 'x32')
  for (const part of changes.filter(({ to }) => !refuses(to)).flatMap((change) => parts(change, abis))) {
    const isNamed = own
      .filter(({ auditArch }) => auditArch === part.arch)
      .some(({ numbers }) => [...numbers].some(([name, nr]) => !mayRun(name) && contains(part.numbers, nr)))
    if (isNamed) throw new Error(`the text lets calls run that it must refuse: ${said(part)}`)
  }
}
