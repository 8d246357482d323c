/*
 * What the CHANGELOG of a package says of a release.
 *
 * changesets can write CHANGELOGs itself: a heading for each kind of change, one item for each changeset in the order of their files,
 * and a line for each dependency with a new version. Here all packages have one version, so these lines tell nothing. And a first
 * release changes nothing, since nobody has an earlier state: a reader wants to know what there is, by subject. So its entry in
 * `seccompile` has the first sentence of each changeset below the heading of a subject, and that of another package leads there.
 * Every later entry has the whole text of the changesets that name the package; that of `seccompile` has all.
 */

/** A changeset, as one package sees it. */
export interface ReleasedChange {
  readonly id: string
  readonly type: 'major' | 'minor' | 'patch' | 'none'
  /** Markdown. */
  readonly text: string
}

/** The order in which the notes of a first release tell changesets, by their ids. `.changeset/subjects.json` has it. */
export interface Subjects {
  /** Its text stands before all subjects. */
  readonly introduction: string
  readonly subjects: Readonly<Record<string, readonly string[]>>
  /** They tell of a step between two states that nobody had, so a first release leaves them out. */
  readonly steps: readonly string[]
}

/** The package whose CHANGELOG has the notes of a first release. */
export const DOOR = 'seccompile'

const FURTHER = 'Further'
const KINDS = [
  ['major', 'Breaking changes'],
  ['minor', 'New'],
  ['patch', 'Fixed'],
] as const

const item = (text: string): string => `- ${text.trim().replaceAll('\n', '\n  ').replaceAll(/ +$/gm, '')}`
const part = (title: string, texts: readonly string[]): string =>
  `### ${title}\n\n${texts.map(item).join('\n\n')}\n`

/** The first sentence of a Markdown text, on one line. A full stop in code, or inside a word such as a version, ends none. */
export function firstSentence(text: string): string {
  const line = (text.trim().split('\n\n')[0] ?? '').replaceAll(/\s+/g, ' ')
  return /^(?:`[^`]*`|[^`])*?\.(?= |$)/.exec(line)?.[0] ?? line
}

/** The changesets that a first release tells, by subject. Fixes of what nobody had are left out. */
function bySubject(
  changes: readonly ReleasedChange[],
  { introduction, subjects, steps }: Subjects,
): readonly (readonly [string, readonly ReleasedChange[]])[] {
  const news = changes.filter(
    ({ id, type }) => id !== introduction && type !== 'patch' && type !== 'none' && !steps.includes(id),
  )
  const listed = Object.entries(subjects).map(
    ([title, ids]) => [title, ids.flatMap((id) => news.find((change) => change.id === id) ?? [])] as const,
  )
  const known = new Set(Object.values(subjects).flat())
  return [...listed, [FURTHER, news.filter(({ id }) => !known.has(id))] as const].filter(
    ([, some]) => some.length > 0,
  )
}

/** The notes of a first release. @param changes - all of the release, whichever package they name */
function firstNotes(version: string, changes: readonly ReleasedChange[], subjects: Subjects): string {
  const introduction =
    changes.find(({ id }) => id === subjects.introduction)?.text.trim() ?? 'The first release.'
  const parts = bySubject(changes, subjects).map(([title, some]) =>
    part(
      title,
      some.map(({ text }) => firstSentence(text)),
    ),
  )
  return [`## ${version}\n`, `${introduction}\n`, ...parts].join('\n')
}

/** Whether `version` is the first that people get: no release comes before it, or only candidates for it. */
export function isFirstRelease(version: string, changelog: string | undefined): boolean {
  const before = [...(changelog ?? '').matchAll(/^## (\d\S*)$/gm)].map(([, each = '']) => each)
  return before.length === 0 || (!version.includes('-') && before.every((each) => each.includes('-')))
}

/** The release of a package. */
export interface PackageRelease {
  readonly name: string
  readonly description: string
  readonly version: string
  /** The changesets that name the package. */
  readonly changes: readonly ReleasedChange[]
}

/** The anchor of the heading of a version, as GitHub makes it: `100-rc0` of `1.0.0-rc.0`. */
const anchorOf = (version: string): string => version.replaceAll('.', '')

const linkOf = (version: string): string =>
  `[CHANGELOG of ${DOOR}](../${DOOR}/CHANGELOG.md#${anchorOf(version)})`

function firstEntry(
  { name, description, version }: PackageRelease,
  all: readonly ReleasedChange[],
  subjects: Subjects,
): string {
  if (name === DOOR) return firstNotes(version, all, subjects)
  const what = description.replaceAll(/([*_<])/g, '\\$1')
  return `## ${version}\n\nThe first release. ${what} The [README](README.md) lists its exports; the ${linkOf(version)} says what the release has.\n`
}

function laterEntry({ name, version, changes: own }: PackageRelease, all: readonly ReleasedChange[]): string {
  const changes = name === DOOR ? all : own
  const parts = KINDS.flatMap(([type, title]) => {
    const texts = changes.filter((change) => change.type === type).map(({ text }) => text)
    return texts.length === 0 ? [] : [part(title, texts)]
  })
  const none = `Nothing changes here: all packages have one version. The ${linkOf(version)} says what changes.\n`
  return [`## ${version}\n`, ...(parts.length === 0 ? [none] : parts)].join('\n')
}

/**
 * The CHANGELOG of a package with the entry of a release, above the entries that it has.
 *
 * @param all - all changesets of the release
 * @param before - the CHANGELOG so far; absent where there is none
 */
export function withRelease(
  release: PackageRelease,
  all: readonly ReleasedChange[],
  subjects: Subjects,
  before?: string,
): string {
  const entry = isFirstRelease(release.version, before)
    ? firstEntry(release, all, subjects)
    : laterEntry(release, all)
  const title = `# ${release.name}\n\n`
  return `${title}${entry}${before === undefined ? '' : `\n${before.slice(title.length)}`}`
}

/** The ids of changesets that have no subject yet, and that a first release would tell last. */
export const withoutSubject = (all: readonly ReleasedChange[], subjects: Subjects): readonly string[] =>
  bySubject(all, subjects)
    .filter(([title]) => title === FURTHER)
    .flatMap(([, some]) => some.map(({ id }) => id))

/** `subjects` without the changesets that are gone. */
export const keptSubjects = (subjects: Subjects, ids: readonly string[]): Subjects => ({
  introduction: ids.includes(subjects.introduction) ? subjects.introduction : '',
  subjects: Object.fromEntries(
    Object.entries(subjects.subjects)
      .map(([title, some]) => [title, some.filter((id) => ids.includes(id))] as const)
      .filter(([, some]) => some.length > 0),
  ),
  steps: subjects.steps.filter((id) => ids.includes(id)),
})

/** The entry of a version in a CHANGELOG, without its heading; `undefined` where it has none. */
export function entryOf(version: string, changelog: string): string | undefined {
  const entry = changelog.split(/^## (?=\d)/m).find((each) => each.startsWith(`${version}\n`))
  return entry === undefined ? undefined : `${entry.slice(version.length).trim()}\n`
}
