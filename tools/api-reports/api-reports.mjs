#!/usr/bin/env node
/**
 * Writes a report for each module that a package exports: every exported name with its type, and the types that these
 * need, in `reports`. A change of an export changes the report, so a reviewer sees it. `--check` writes nothing, names the reports that
 * are out of date, and exits 1; names of packages restrict either. The packages have to be built.
 *
 * Four packages have a module for each ABI, family or preset, which are data; only their main module has a report.
 *
 * The extractor reads the declarations in `dist` and takes seconds a module, so there is a process for each processor.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor'

const script = fileURLToPath(import.meta.url)
const root = join(dirname(script), '..', '..')
const reports = join(dirname(script), 'reports')
const DATA = ['constants', 'filters', 'signatures', 'syscalls']

/** The modules that have a report, as `{ name, folder, types }`: the file of the report, the package, its declarations. */
function modules() {
  return readdirSync(join(root, 'packages')).flatMap((short) => {
    const folder = join(root, 'packages', short)
    const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).publishConfig ?? {}
    return Object.entries(exports ?? {})
      .filter(([path, { types }]) => types !== undefined && (path === '.' || !DATA.includes(short)))
      .map(([path, { types }]) => ({
        name: `${[short, ...path.split('/').slice(1)].join('.')}.api.md`,
        folder,
        types: join(folder, types),
      }))
  })
}

/** Writes the report of one module into `to`. @throws Error where the extractor finds an error in the declarations */
function writeReport({ name, folder, types }, to) {
  const compilerOptions = { strict: true, target: 'es2023', lib: ['es2023'], types: ['node'], module: 'nodenext' }
  const none = { default: { logLevel: 'none' } }
  const config = ExtractorConfig.prepare({
    configObjectFullPath: join(folder, 'api-extractor.json'),
    packageJsonFullPath: join(folder, 'package.json'),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: types,
      newlineKind: 'lf',
      compiler: { overrideTsconfig: { compilerOptions, files: [types] } },
      apiReport: {
        enabled: true,
        reportFileName: name,
        reportFolder: to,
        reportTempFolder: join(to, 'temp'),
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: none, tsdocMessageReporting: none, compilerMessageReporting: { default: { logLevel: 'error' } } },
    },
  })
  const { succeeded } = Extractor.invoke(config, { localBuild: true })
  if (!succeeded) throw new Error(`${name}: the declarations have errors`)
}

/** Runs this script for each of `list`, as many at a time as there are processors. */
async function inProcesses(list, to) {
  let next = 0
  const worker = async () => {
    while (next < list.length) {
      const { name } = list[next++]
      await new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [script, '--one', name, to], { stdio: ['ignore', 'ignore', 'inherit'] })
        child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${name}: no report`))))
      })
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--one') {
  const [name, to] = rest
  writeReport(modules().find((module) => module.name === name), to)
} else {
  const isCheck = process.argv.includes('--check')
  const wanted = process.argv.slice(2).filter((word) => word !== '--check')
  const all = modules()
  const asked = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name.split('.')[0]))
  const made = mkdtempSync(join(tmpdir(), 'seccompile-api-'))
  try {
    await inProcesses(asked, made)
    mkdirSync(reports, { recursive: true })
    const read = (path) => {
      try {
        return readFileSync(path, 'utf8')
      } catch {
        return undefined
      }
    }
    const stale = asked.filter(({ name }) => read(join(reports, name)) !== read(join(made, name)))
    const left = readdirSync(reports).filter((name) => all.every((module) => module.name !== name))
    if (!isCheck) {
      for (const { name } of stale) writeFileSync(join(reports, name), readFileSync(join(made, name)))
      for (const name of left) rmSync(join(reports, name))
    }
    const names = [...stale.map(({ name }) => name), ...left]
    if (names.length > 0) console.log(`${isCheck ? 'out of date' : 'wrote'}: ${names.join(', ')}`)
    if (isCheck && names.length > 0) {
      console.log('an export or a type of one has changed; pnpm api:reports writes them, and the diff is reviewed')
      process.exitCode = 1
    }
  } finally {
    rmSync(made, { recursive: true })
  }
}
