import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReleasedChange, Subjects } from '../src/changelogs.ts'
import {
  entryOf,
  firstSentence,
  isFirstRelease,
  keptSubjects,
  withoutSubject,
  withRelease,
} from '../src/changelogs.ts'

const SUBJECTS: Subjects = {
  introduction: 'begin',
  subjects: { Questions: ['prove'], Filters: ['compile', 'gone'] },
  steps: ['step'],
}
const ALL: readonly ReleasedChange[] = [
  { id: 'begin', type: 'major', text: 'The first release.\n' },
  { id: 'compile', type: 'minor', text: '`compile 1. x`\nmakes a filter. It has more.\n\nAnd more.' },
  { id: 'late', type: 'minor', text: 'Came late.' },
  { id: 'prove', type: 'minor', text: 'Says whether two filters mean the same.' },
  { id: 'step', type: 'minor', text: 'Less time than before.' },
  { id: 'repair', type: 'patch', text: 'No longer wrong.' },
  { id: 'quiet', type: 'none', text: 'Nothing that a user sees.' },
]
const door = { name: 'seccompile', description: 'Compiles.', version: '1.0.0-rc.0', changes: ALL }
const library = {
  name: '@seccompile/cbpf',
  description: 'Programs: SECCOMP_RET_*.',
  version: '1.0.0-rc.0',
  changes: [],
}

describe('the CHANGELOG of a first release', () => {
  test('tells in seccompile what there is, by subject and in the order of the table, without fixes and steps', () => {
    expect(withRelease(door, ALL, SUBJECTS)).toBe(
      [
        '# seccompile',
        '## 1.0.0-rc.0',
        'The first release.',
        '### Questions',
        '- Says whether two filters mean the same.',
        '### Filters',
        '- `compile 1. x` makes a filter.',
        '### Further',
        '- Came late.\n',
      ].join('\n\n'),
    )
  })

  test('leads from another package to these notes, without a line for each dependency', () => {
    expect(withRelease(library, ALL, SUBJECTS)).toBe(
      [
        '# @seccompile/cbpf',
        '## 1.0.0-rc.0',
        'The first release. Programs: SECCOMP\\_RET\\_\\*. The [README](README.md) lists its exports; the [CHANGELOG of seccompile](../seccompile/CHANGELOG.md#100-rc0) says what the release has.\n',
      ].join('\n\n'),
    )
  })

  test('is told again of 1.0.0 when only candidates came before, and not of what follows', () => {
    const candidate = withRelease(door, ALL, SUBJECTS)
    expect(isFirstRelease('1.0.0-rc.0', undefined)).toBe(true)
    expect(isFirstRelease('1.0.0-rc.1', candidate)).toBe(false)
    expect(isFirstRelease('1.0.0', candidate)).toBe(true)
    const final = withRelease({ ...door, version: '1.0.0' }, ALL, SUBJECTS, candidate)
    expect(final.match(/^## .*$/gm)).toEqual(['## 1.0.0', '## 1.0.0-rc.0'])
    expect(final.split('## 1.0.0-rc.0')[0]).toContain('Says whether two filters mean the same.')
    expect(isFirstRelease('1.1.0', final)).toBe(false)
    expect(isFirstRelease('1.0.1-rc.0', final)).toBe(false)
  })

  test('names the changesets that have no subject', () => {
    expect(withoutSubject(ALL, SUBJECTS)).toEqual(['late'])
  })
})

describe('the CHANGELOG of a later release', () => {
  const before = withRelease({ ...library, version: '1.0.0' }, ALL, SUBJECTS)
  const candidate = withRelease(library, ALL, SUBJECTS)

  test('has the whole text of the changesets that name the package, breaking changes first', () => {
    const changes: readonly ReleasedChange[] = [
      { id: 'a', type: 'patch', text: 'Reads `ja`.\n\nAlso at the end.' },
      { id: 'b', type: 'major', text: 'Takes `k` as a number.' },
    ]
    const text = withRelease({ ...library, version: '2.0.0', changes }, changes, SUBJECTS, before)
    expect(text.split('## 1.0.0')[0]).toBe(
      [
        '# @seccompile/cbpf',
        '## 2.0.0',
        '### Breaking changes',
        '- Takes `k` as a number.',
        '### Fixed',
        '- Reads `ja`.',
        '  Also at the end.\n\n',
      ].join('\n\n'),
    )
  })

  test('has all changes in seccompile, to which the others lead', () => {
    const change: ReleasedChange = { id: 'a', type: 'minor', text: 'Of another package.' }
    const text = withRelease(
      { ...door, version: '1.1.0', changes: [] },
      [change],
      SUBJECTS,
      withRelease({ ...door, version: '1.0.0' }, ALL, SUBJECTS),
    )
    expect(text).toContain('## 1.1.0\n\n### New\n\n- Of another package.\n')
  })

  test('says of a package without a change why it has a new version', () => {
    const text = withRelease({ ...library, version: '1.0.0-rc.1' }, ALL, SUBJECTS, candidate)
    expect(text).toContain(
      '## 1.0.0-rc.1\n\nNothing changes here: all packages have one version. The [CHANGELOG of seccompile](../seccompile/CHANGELOG.md#100-rc1) says what changes.\n\n## 1.0.0-rc.0',
    )
  })
})

test('a first sentence ends at a full stop outside code and words, and keeps a text without one', () => {
  expect(firstSentence('Reads `a. b` of libseccomp\n2.6.0. More.')).toBe('Reads `a. b` of libseccomp 2.6.0.')
  expect(firstSentence('No end\n\nSecond.')).toBe('No end')
})

test('the entry of a version ends at that of another one', () => {
  const changelog = '# seccompile\n\n## 1.0.1\n\n### Fixed\n\n- It.\n\n## 1.0.0\n\nAll.\n'
  expect(entryOf('1.0.1', changelog)).toBe('### Fixed\n\n- It.\n')
  expect(entryOf('1.0.0', changelog)).toBe('All.\n')
  expect(entryOf('1.0', changelog)).toBeUndefined()
})

test('subjects forget the changesets that are gone', () => {
  expect(keptSubjects(SUBJECTS, ['compile', 'begin'])).toEqual({
    introduction: 'begin',
    subjects: { Filters: ['compile'] },
    steps: [],
  })
})

test('the table of subjects names changesets that exist, each once', ({ skip }) => {
  const folder = join(import.meta.dirname, '../../../.changeset')
  const names = readdirSync(folder)
  skip(!names.includes('subjects.json'), 'all have been released')
  const { introduction, subjects, steps } = JSON.parse(
    readFileSync(join(folder, 'subjects.json'), 'utf8'),
  ) as Subjects
  const ids = [introduction, ...Object.values(subjects).flat(), ...steps]
  expect(ids.filter((id) => !names.includes(`${id}.md`))).toEqual([])
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})
