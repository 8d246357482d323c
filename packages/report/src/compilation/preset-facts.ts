/* The facts of a preset, or of several that hold together: the note, the rules, the size. */
import type { Compilation } from '@seccompile/compiler'
import { cost } from '@seccompile/compiler'
import { policyAbis, printPolicy } from '@seccompile/policy'
import { printKeptCall } from '@seccompile/presets'
import type { Preset, ThreatNote } from '@seccompile/presets'
import type { Policy } from '@seccompile/policy'
import { wrappedText } from '@seccompile/text-layout'

/** Presets, the policy that they make, and its filter. */
export interface ShownPreset {
  readonly presets: readonly Preset[]
  readonly policy: Policy
  /** The compilation for the ABIs of the policy. */
  readonly compilation: Compilation
  /** The presets that change no verdict, because the other presets hold. */
  readonly redundant: readonly Preset[]
}

/** The parts of a note, in the order in which a reader needs them. */
const PARTS: readonly { readonly title: string; readonly of: (note: ThreatNote) => readonly string[] }[] = [
  { title: 'against', of: ({ against }) => [against] },
  { title: 'leaves open', of: ({ leavesOpen }) => leavesOpen },
  { title: 'breaks', of: ({ breaks }) => breaks },
  { title: 'needs', of: ({ needs }) => [needs] },
  { title: 'sources', of: ({ sources }) => sources },
]

/**
 * The texts that `of` yields for the presets, each once. A text that does not hold for all presets has the names of
 * its presets.
 */
function named(presets: readonly Preset[], of: (note: ThreatNote) => readonly string[]): readonly string[] {
  const names = new Map<string, string[]>()
  for (const { name, note } of presets)
    for (const text of of(note)) names.set(text, [...(names.get(text) ?? []), name])
  return [...names].map(([text, own]) =>
    own.length === presets.length ? text : `${own.join(', ')}: ${text}`,
  )
}

/** The size of the filter and its effect on the allow bitmap, on the main ABI. */
function filterFacts({ compilation: { program, abis, endianness } }: ShownPreset): {
  readonly insns: number
  readonly inBitmap: number
} {
  return { insns: program.length, inBitmap: cost(program, abis, endianness).abis[0]!.cached }
}

/** The lines of the policy, each wrapped. */
function ruleLines(policy: Policy, columns: number): string {
  return printPolicy(policy)
    .split('\n')
    .map((line) => {
      const indent = /^ */.exec(line)![0]
      return wrappedText(`  ${indent}`, line.trimStart(), `    ${indent}`, columns)
    })
    .join('\n')
}

/** The screen about presets, at most `columns` wide. */
export function presetText(shown: ShownPreset, columns: number): string {
  const { presets, policy, compilation } = shown
  const item = (text: string): string => wrappedText('  - ', text, '    ', columns)
  const notes = PARTS.flatMap(({ title, of }) => {
    const items = named(presets, of).map(item)
    return items.length === 0 ? [] : [[title, ...items].join('\n')]
  })
  const kept = presets.flatMap(({ keeps }) => keeps.map(printKeptCall))
  const { insns, inBitmap } = filterFacts(shown)
  const abis = compilation.abis.map(({ token }) => token).join(', ')
  return `${[
    presets.map(({ name, summary }) => wrappedText(`${name}: `, summary, '  ', columns)).join('\n'),
    ...notes,
    ...(kept.length === 0 ? [] : [`must run\n${item([...new Set(kept)].join(', '))}`]),
    `filter\n${item(`${insns} instructions for ${abis}; the allow bitmap of ${compilation.abis[0]!.token} has ${inBitmap} calls`)}`,
    `rules\n${ruleLines(policy, columns)}`,
  ].join('\n\n')}\n`
}

/** The facts of {@link presetText} for machines. */
export function presetJson(shown: ShownPreset): unknown {
  const { presets, policy, redundant } = shown
  return {
    name: policy.name,
    presets: presets.map(({ name, summary, note, keeps }) => ({
      name,
      summary,
      ...note,
      keeps: keeps.map(printKeptCall),
    })),
    abis: policyAbis(policy),
    ...filterFacts(shown),
    rules: printPolicy(policy).split('\n'),
    redundant: redundant.map(({ name }) => name),
  }
}
