/*
 * `pnpm versions`: the versions and CHANGELOGs of the next release, by changesets. changesets decides the versions and writes them;
 * CHANGELOGs are written here (changelogs.ts says why).
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import getReleasePlan from '@changesets/get-release-plan'
import {
  type ReleasedChange,
  keptSubjects,
  type Subjects,
  withoutSubject,
  withRelease,
} from './changelogs.ts'
import { ReleaseError } from './errors.ts'
import { releasedPackages } from './packages.ts'
import type { Steps } from './steps.ts'

type Plan = Awaited<ReturnType<typeof getReleasePlan>>

const LEVELS = ['major', 'minor', 'patch', 'none'] as const

/** The changesets of a plan, as the package `name` sees them; each at its highest level where no name is given. */
function changesOf({ changesets }: Plan, name?: string): readonly ReleasedChange[] {
  return changesets.flatMap(({ id, summary, releases }) => {
    const types = releases.filter((each) => name === undefined || each.name === name).map(({ type }) => type)
    const type = LEVELS.find((level) => types.includes(level))
    return type === undefined ? [] : [{ id, type, text: summary }]
  })
}

const SUBJECTS = ['.changeset', 'subjects.json'] as const
const NO_SUBJECTS: Subjects = { introduction: '', subjects: {}, steps: [] }

const FORM = '{ "introduction": ID, "subjects": { TITLE: [ID, …], … }, "steps": [ID, …] }'

const isIds = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

function isTable(value: unknown): value is Subjects {
  if (typeof value !== 'object' || value === null) return false
  const { introduction, subjects, steps } = value as Partial<Record<keyof Subjects, unknown>>
  if (typeof introduction !== 'string' || !isIds(steps)) return false
  return typeof subjects === 'object' && subjects !== null && Object.values(subjects).every(isIds)
}

/** The table of subjects in `file`; an empty one where there is none. @throws ReleaseError for one of another form */
function subjectsIn(file: string): Subjects {
  if (!existsSync(file)) return NO_SUBJECTS
  const bad = (message: string): ReleaseError =>
    new ReleaseError('E_INPUT', `${SUBJECTS.join('/')}: ${message}`)
  let table: unknown
  try {
    table = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw bad((error as Error).message) // fs and JSON.parse throw errors
  }
  if (!isTable(table)) throw bad(`expected ${FORM}`)
  return table
}

/** The plan of changesets. @throws ReleaseError for a changeset that cannot be read, or names no package */
const planOf = (root: string): Promise<Plan> =>
  getReleasePlan(root).catch((error: unknown) => {
    throw new ReleaseError('E_INPUT', `${SUBJECTS[0]}: ${(error as Error).message}`) // changesets throws errors
  })

/** Leaves out the changesets that are gone; the file goes with the last of them. */
function writeSubjects(file: string, subjects: Subjects, ids: readonly string[]): void {
  const kept = keptSubjects(subjects, ids)
  const isEmpty = Object.keys(kept.subjects).length === 0 && kept.steps.length === 0
  if (isEmpty) rmSync(file, { force: true })
  else writeFileSync(file, `${JSON.stringify(kept, undefined, 2)}\n`)
}

/** Writes the versions and CHANGELOGs of the next release. @returns the ids of changesets without a subject, where a first release tells them */
export async function writeVersions(root: string, { run }: Pick<Steps, 'run'>): Promise<readonly string[]> {
  const file = join(root, ...SUBJECTS)
  const subjects = subjectsIn(file)
  const plan = await planOf(root)
  const all = changesOf(plan)
  const changesets = createRequire(join(root, 'package.json')).resolve('@changesets/cli/bin.js')
  await run(root, process.execPath, changesets, 'version')
  for (const { folder, manifest } of releasedPackages(root)) {
    const { name, version, description } = manifest
    if (!plan.releases.some((release) => release.name === name)) continue
    const at = join(folder, 'CHANGELOG.md')
    const before = existsSync(at) ? readFileSync(at, 'utf8') : undefined
    const release = { name, version, description, changes: changesOf(plan, name) }
    writeFileSync(at, withRelease(release, all, subjects, before))
  }
  const left = readdirSync(join(root, SUBJECTS[0])).map((name) => name.replace(/\.md$/, ''))
  writeSubjects(file, subjects, left)
  return withoutSubject(all, subjects)
}
