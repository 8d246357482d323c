#!/usr/bin/env node
/**
 * `pnpm new:pass NAME --from LEVEL --to LEVEL`: a package for a new pass that all tests and checks accept as it is.
 *
 * A pass that stays on its level does nothing at first. A pass from rules to decision, from decision to program, or
 * back from program to decision begins with short code that keeps every meaning.
 *
 * The tool writes the folder, its changeset and its entry in tools/examples, whose tests run the README. Then it runs
 * `pnpm sync`, `pnpm install` and `npm run gen sizes`, which write the rest.
 *
 * Exit status 0 when the package is complete, 2 for bad usage (nothing is written then), and 1 when one of these
 * commands failed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { LOWERINGS } from './lowerings.mjs'
import { changesetOf, filesOf, identifierOf, LEVELS } from './templates.mjs'

const USAGE = 'usage: pnpm new:pass NAME --from LEVEL --to LEVEL, where LEVEL is rules, decision or program'
/** Longer names are a burden on command lines. */
const MAX_NAME = 40
/** Names that the files of a new package import or declare. */
const TAKEN = new Set(
  (
    'above after allow and argumentTest before builder code conformance declines definePass deny describe ' +
    'dividing edgesOf essay expect exported held high highOf insn instructions ir isArch it jump known ' +
    'label labels lines load low lowOf matched mutations node nodes nr op order passes predicateTests ' +
    'print program root ruleTests rules runPass shared size test testOf topological word'
  ).split(' '),
)

/** Whether `id` can name a constant of a module. */
function isFree(id) {
  if (TAKEN.has(id)) return false
  try {
    // The function is only parsed, never run. Parsing throws where `id` is a reserved word.
    new Function(`'use strict'; const ${id} = async () => { await 0 }`)
    return id !== 'await'
  } catch {
    return false
  }
}

/** The pass that `argv` describes, or `help`, or a `problem` with `argv`. `root` is the folder of the workspace. */
export function asked(argv, root) {
  let parsed
  try {
    parsed = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { from: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean' } },
    })
  } catch (error) {
    return { problem: `${error.message.split('. ')[0]}\n${USAGE}` }
  }
  const { positionals, values } = parsed
  const { from, to } = values
  const [name] = positionals
  if (values.help === true) return { help: USAGE }
  if (positionals.length !== 1 || from === undefined || to === undefined) return { problem: USAGE }
  for (const level of [from, to])
    if (!Object.hasOwn(LEVELS, level))
      return { problem: `there is no level "${level}"; there are ${Object.keys(LEVELS).join(', ')}` }
  if (name.startsWith('pass-')) return { problem: `leave "pass-" out of the name: ${name.slice(5)}` }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > MAX_NAME)
    return {
      problem: `"${name}" is no name for a pass: words of a-z and 0-9 with hyphens between, ${MAX_NAME} characters at most`,
    }
  if (!isFree(identifierOf(name)))
    return { problem: `"${name}" cannot be exported as ${identifierOf(name)}, which is taken` }
  if (existsSync(join(root, 'packages', `pass-${name}`)))
    return { problem: `packages/pass-${name} is there already` }
  if (from !== to && !Object.hasOwn(LOWERINGS, `${from} ${to}`))
    return {
      problem: `no pass leads from ${from} to ${to}: levels go from rules to decision to program, and from program back to decision`,
    }
  return { name, from, to }
}

/**
 * Writes the files that `pnpm sync` does not write: those of the package, its changeset, its entry in tools/examples.
 */
export async function write({ name, from, to }, root) {
  const config = await resolveConfig(fileURLToPath(import.meta.url))
  const put = async (path, text) => {
    const file = join(root, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, await format(text, { ...config, filepath: file }))
  }
  for (const [path, text] of Object.entries(filesOf(name, from, to)))
    await put(`packages/pass-${name}/${path}`, text)
  await put(`.changeset/pass-${name}.md`, changesetOf(name, from, to))

  const file = join(root, 'tools', 'examples', 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  manifest.dependencies[`@seccompile/pass-${name}`] = 'workspace:^'
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
}

function runQuietly(command, args, cwd) {
  const run = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' })
  if (run.status === 0) return true
  console.error(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`.trimEnd())
  console.error(`failed: ${[command, ...args].join(' ')}`)
  return false
}

async function main() {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
  const wanted = asked(process.argv.slice(2), root)
  if (wanted.help !== undefined) {
    console.log(wanted.help)
    return
  }
  if (wanted.problem !== undefined) {
    console.error(`new:pass: ${wanted.problem}`)
    process.exitCode = 2
    return
  }
  await write(wanted, root)
  const isReady =
    runQuietly(process.execPath, [join(root, 'tools', 'sync', 'sync.mjs')], root) &&
    runQuietly('pnpm', ['install', '--prefer-offline', '--no-frozen-lockfile'], root) &&
    // Builds the new package, and records its size.
    runQuietly('npm', ['run', 'gen', 'sizes', `pass-${wanted.name}`], root)
  if (!isReady) {
    console.error(
      `packages/pass-${wanted.name} is written, and not installed: run pnpm sync, pnpm install and pnpm build`,
    )
    process.exitCode = 1
    return
  }
  console.log(`packages/pass-${wanted.name} is there; write src/${wanted.name}.ts, and what test/mutations.ts, README.md
and .changeset/pass-${wanted.name}.md say of it, then run
  node_modules/.bin/vitest run packages/pass-${wanted.name}
  pnpm mutate pass-${wanted.name}
REPLACE marks the tests and faults that hold for the code of the template alone. docs/adding-a-pass.md says how to see what
the pass gains.
To have it among the passes, add it to packages/compiler: to the dependencies in package.json (then pnpm sync and
pnpm install) and to src/compile/passes.ts.`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
