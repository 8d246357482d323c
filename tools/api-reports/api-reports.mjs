#!/usr/bin/env node
/**
 * Writes a report for each module that a package exports: every exported name with its type, and the types that these
 * need, in `reports`. A change of an export changes the report, so a reviewer sees it. `--check` writes nothing, names the reports that
 * are out of date, and exits 1; names of packages restrict either. The packages have to be built. The head of a report says whether the
 * exports are stable or experimental.
 *
 * Four packages have a module for each ABI, family or preset, which are data; only their main module has a report.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CompilerState, Extractor, ExtractorConfig } from '@microsoft/api-extractor'
import { stabilityOf } from '../lint/workspace.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const reports = join(here, 'reports')
const DATA = ['constants', 'filters', 'signatures', 'syscalls']

/**
 * The modules that have a report, as `{ name, folder, types, stability }`: the file of the report, the package, its declarations, and
 * what is promised of them.
 */
function modules() {
  return readdirSync(join(root, 'packages')).flatMap((short) => {
    const folder = join(root, 'packages', short)
    const { publishConfig, seccompile } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return Object.entries(publishConfig?.exports ?? {})
      .filter(([path, { types }]) => types !== undefined && (path === '.' || !DATA.includes(short)))
      .map(([path, { types }]) => ({
        name: `${[short, ...path.split('/').slice(1)].join('.')}.api.md`,
        folder,
        types: join(folder, types),
        stability: stabilityOf(seccompile, path.slice('./'.length)),
      }))
  })
}

const COMPILER_OPTIONS = {
  strict: true,
  target: 'es2023',
  lib: ['es2023'],
  types: ['node'],
  module: 'nodenext',
}
const NONE = { default: { logLevel: 'none' } }

/** The configuration for one module of `all`, whose report goes into `to`. */
const configOf = ({ name, folder, types }, all, to) =>
  ExtractorConfig.prepare({
    configObjectFullPath: join(folder, 'api-extractor.json'),
    packageJsonFullPath: join(folder, 'package.json'),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: types,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: { compilerOptions: COMPILER_OPTIONS, files: all.map((module) => module.types) },
      },
      apiReport: {
        enabled: true,
        reportFileName: name,
        reportFolder: to,
        reportTempFolder: join(to, 'temp'),
        // The data of these packages are names and numbers, which their generators and tests hold already.
        includeForgottenExports: !DATA.includes(basename(folder)),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: NONE,
        tsdocMessageReporting: NONE,
        compilerMessageReporting: { default: { logLevel: 'error' } },
      },
    },
  })

/** Writes the report of each module into `to`. @throws Error where the declarations have errors */
function writeReports(all, to) {
  const configs = all.map((module) => configOf(module, all, to))
  // One program of all declarations: to read them takes most of the time.
  const compilerState = CompilerState.create(configs[0])
  for (const config of configs)
    if (!Extractor.invoke(config, { localBuild: true, compilerState, messageCallback: hush }).succeeded)
      throw new Error(`${config.reportFileName}: the declarations have errors`)
}

/** Keeps errors, and drops what the extractor says of its work. */
function hush(message) {
  if (message.logLevel !== 'error') message.handled = true
}

/** A report as it is kept: below our own heading, without that of the extractor. */
const kept = ({ name, stability }, folder) =>
  readFileSync(join(folder, name), 'utf8').replace(
    /^## API Report File for "([^"]+)"\n\n>.*\n/,
    `# Exports of \`$1\`\n\nStability: ${stability}. Written by \`npm run gen api\` from the declarations.\n`,
  )

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

const isCheck = process.argv.includes('--check')
const wanted = process.argv.slice(2).filter((word) => word !== '--check')
const all = modules()
const asked = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name.split('.')[0]))
const made = mkdtempSync(join(tmpdir(), 'seccompile-api-'))
try {
  writeReports(asked, made)
  mkdirSync(reports, { recursive: true })
  const stale = asked.filter((module) => read(join(reports, module.name)) !== kept(module, made))
  const left = readdirSync(reports).filter((name) => all.every((module) => module.name !== name))
  if (!isCheck) {
    for (const module of stale) writeFileSync(join(reports, module.name), kept(module, made))
    for (const name of left) rmSync(join(reports, name))
  }
  const names = [...stale.map(({ name }) => name), ...left]
  if (names.length > 0) console.log(`${isCheck ? 'out of date' : 'wrote'}: ${names.join(', ')}`)
  if (isCheck && names.length > 0) {
    console.log(
      'an export, or a type of one, has changed; npm run gen api writes them, and the diff is reviewed',
    )
    process.exitCode = 1
  }
} finally {
  rmSync(made, { recursive: true })
}
