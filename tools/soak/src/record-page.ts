/* The page on profiles that people use, made from the record of their check. */
import type { CheckedProfile } from './check-profile.ts'

/** A profile that was read. */
type ReadableProfile = Extract<CheckedProfile, { readonly kind: 'read' }>

const NOTATIONS: readonly (readonly [name: string, title: string])[] = [
  ['oci', 'OCI and Docker JSON'],
  ['seccompiler', 'seccompiler JSON'],
  ['spo', 'SeccompProfile of Kubernetes'],
  ['systemd', 'unit of systemd'],
  ['minijail', 'policy of minijail'],
]

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
}

/** The source `moby+profiles@COMMIT` or `debian+PACKAGE=VERSION` as a person writes it. */
export function sourceText(source: string): string {
  const [, owner = '', repository = '', commit] = /^([^+]+)\+([^@]+)@([0-9a-f]+)$/.exec(source) ?? []
  if (commit !== undefined) return `${owner}/${repository} ${commit.slice(0, 12)}`
  const [, name, version] = /^debian\+([^=]+)=(.+)$/.exec(source) ?? []
  return name === undefined ? source : `Debian 13, ${name} ${version}`
}

const isSame = (profile: ReadableProfile, kind: 'own' | 'oci'): boolean => profile[kind].kind === 'same'
const countOf = (list: readonly ReadableProfile[], kind: 'own' | 'oci'): number =>
  list.filter((profile) => isSame(profile, kind)).length
const distinct = (list: readonly string[]): number => new Set(list).size

function byNotation(read: readonly ReadableProfile[]): string {
  const lines = NOTATIONS.map(([name, title]) => {
    const own = read.filter(({ notation }) => notation === name)
    return [
      title,
      own.length,
      distinct(own.map(({ digest }) => digest)),
      countOf(own, 'own'),
      countOf(own, 'oci'),
    ]
  })
  return table(['notation', 'profiles', 'meanings', 'same in its notation', 'same in OCI'], lines)
}

const lossesOf = ({ oci }: ReadableProfile): string =>
  oci.kind === 'losses' ? oci.losses.join('; ') : oci.kind === 'wrong' ? oci.message : 'same'

function bySource(read: readonly ReadableProfile[]): string {
  const sources = [...new Set(read.map(({ source }) => source))]
  return sources
    .map((source) => {
      const rows = read
        .filter((profile) => profile.source === source)
        .map((profile) => [
          `\`${profile.path}\`${profile.part === undefined ? '' : ` ${profile.part}`}`,
          profile.abi,
          profile.calls,
          `\`${profile.digest.slice(0, 12)}\``,
          isSame(profile, 'own') ? 'same' : profile.own.kind,
          lossesOf(profile),
        ])
      return `### ${sourceText(source)}\n\n${table(['profile', 'ABI', 'calls', 'digest', 'its notation', 'OCI'], rows)}`
    })
    .join('\n\n')
}

/** The page, in Markdown that is not formatted yet. */
export function recordPage(checked: readonly CheckedProfile[]): string {
  const read = checked.filter((profile) => profile.kind === 'read')
  const sources = distinct(read.map(({ source }) => source))
  return `<!-- Written by "npm run soak profiles -- FOLDER docs/real-profiles" from the profiles below FOLDER, by tools/soak. -->

# Profiles that people use

${read.length} profiles of ${sources} public repositories and packages were read, written and read again. Written in their own notation, ${countOf(read, 'own')} have the digest that they had before, and written as an OCI profile ${countOf(read, 'oci')}; of the others the command names what is lost. The digest is one of the meaning for all calls, so that no call gets another verdict.

The texts are those of other projects and no part of this one. [real-profiles.json](real-profiles.json) has the sum (SHA-256) of each file, so that anybody who fetches the files can repeat the check: \`npm run soak profiles -- FOLDER\` takes a folder with a folder for each source, \`OWNER+REPOSITORY@COMMIT\` or \`debian+PACKAGE=VERSION\`.

${byNotation(read)}

_Meanings_ counts digests: profiles of one meaning count once. _Calls_ below are names of calls in rules. A policy is read for the ABI that its path names, else for x86_64 and the ABIs that it names itself.

## Profiles

${bySource(read)}
`
}
