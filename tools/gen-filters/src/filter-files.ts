/*
 * The modules of @seccompile/filters for a preset: its default filter with what loads the others, the filter of each
 * architecture, and its note. A filter that cannot be proved is an error.
 */
import { createHash } from 'node:crypto'
import { encode } from '@seccompile/cbpf'
import { compile } from '@seccompile/compiler'
import type { Policy } from '@seccompile/policy'
import type { Preset } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { pack } from './pack.ts'
import { abisByArch, defaultAbis } from './targets.ts'

/** A file below `packages/filters/src`. */
export interface FilterFile {
  readonly path: string
  /** TypeScript, not yet laid out. */
  readonly text: string
}

const head = (from: string): string =>
  `// Written by tools/gen-filters from ${from} of @seccompile/presets, by @seccompile/compiler.\n// Make it again: npm run gen filters\n`

/** The presets that are derived from Docker's default profile: see docs/sources.md. */
const DERIVED: readonly string[] = ['container-default', 'nested-sandbox']

/** What each filter of theirs says. Builds and bundlers keep a comment with an exclamation mark. */
const DOCKER =
  "/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */\n"

const json = (value: unknown): string => JSON.stringify(value)

/** The filter of `policy` for `abis` as an expression. */
function filterText({ name }: Preset, policy: Policy, abis: readonly AbiToken[]): string {
  const { program, endianness, certificate } = compile(policy, {
    abis: abis.map((token) => signedAbiTable(token)),
  })
  if (certificate.kind !== 'proved')
    throw new Error(`${name} for ${abis.join()}: not proved: ${certificate.kind}`)
  const sha256 = createHash('sha256').update(encode(program, endianness)).digest('hex')
  const facts = { preset: name, abis, endianness, insns: program.length, sha256, digest: certificate.digest }
  return `/* @__PURE__ */ filterOf(${json({ ...facts, packed: pack(program) })})`
}

/** A list as a person writes it: `x86_64, x32 and arm`. */
const listed = (words: readonly string[]): string =>
  words.length === 1 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

function presetFiles(preset: Preset): readonly FilterFile[] {
  const { name, summary, policy, note } = preset
  const from = head(`the preset ${name}`)
  const made = `${from}${DERIVED.includes(name) ? DOCKER : ''}`
  const archs = abisByArch(policy)
  const loaders = [...archs.keys()].map((arch) => `${arch}: () => import('./programs/${name}/${arch}.ts'),`)
  const abis = defaultAbis(policy)
  const main = `${made}
import { chosenFilter } from './filter/chosen-filter.ts'
import { filterOf } from './filter/filter.ts'
import type { ReadyFilter, FilterArch } from './filter/filter.ts'
import type { FilterNote } from './filter/note.ts'

/** The filter for ${listed(abis)} together: ${summary}. */
export const filter: ReadyFilter = ${filterText(preset, policy, abis)}

const FILTERS = {
${loaders.join('\n')}
}

/**
 * The filter for one architecture.
 * @throws RangeError where there is no filter for \`arch\`, with those that there are
 */
export function filterFor(arch: FilterArch): Promise<ReadyFilter> {
  return chosenFilter('${name}', FILTERS, arch)
}

/** What the filter is against, what it leaves open, and what breaks under it. */
export async function loadNote(): Promise<FilterNote> {
  return (await import('./notes/${name}.ts')).note
}
`
  const programs = [...archs].map(([arch, each]) => ({
    path: `programs/${name}/${arch}.ts`,
    text: `${made}
import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset ${name} for ${arch}. */
export const filter: ReadyFilter = ${filterText(preset, policy, each)}
`,
  }))
  const noteText = `${from}
import type { FilterNote } from '../filter/note.ts'

/** The note of the preset ${name}. */
export const note: FilterNote = ${json({ summary, ...note })}
`
  return [{ path: `${name}.ts`, text: main }, ...programs, { path: `notes/${name}.ts`, text: noteText }]
}

/** Every generated file of @seccompile/filters. */
export function filterFiles(presets: readonly Preset[]): readonly FilterFile[] {
  const names = presets.map(({ name }) => name)
  const text = `${head('the names')}
/** The name of a preset with filters: \`@seccompile/filters/NAME\` has them. */
export type FilterName = ${names.map(json).join(' | ')}

/** The names of the presets with filters, sorted. */
export const filterNames: readonly FilterName[] = ${json(names)}
`
  return [{ path: 'filter-names.ts', text }, ...presets.flatMap(presetFiles)]
}
