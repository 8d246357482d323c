#!/usr/bin/env node
/**
 * `api-pages.mjs FOLDER` writes a page of Markdown on the exports of each package, in one run of typedoc.
 *
 * The exports are those of the published package. Three things are left out, since a page on each would be long and say
 * little: the subpaths of packages of data (the modules of constants, one a family, and the tables, one an ABI), the
 * constants that `seccompile` exports again, and the calls of the type `CallArguments`. typedoc reads sources, so nothing has to be built.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Application, Converter, LogLevel, ReflectionKind } from 'typedoc'
import { stabilityOf } from '../lint/workspace.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const packages = join(here, '..', '..', 'packages')
/** Packages whose subpaths are data of one shape. */
const DATA = ['constants', 'signatures', 'syscalls']
const CONSTANTS = join(packages, 'constants', 'src')

/** The published modules of a package: its folder, the path of the page, what is imported, its stability, and the source. */
function modulesOf(folder) {
  const manifest = readFileSync(join(packages, folder, 'package.json'), 'utf8')
  const { name, exports, publishConfig, seccompile } = JSON.parse(manifest)
  return Object.keys(publishConfig.exports)
    .filter((key) => key !== './package.json' && (key === '.' || !DATA.includes(folder)))
    .map((key) => ({
      folder,
      page: `${folder}${key.slice(1)}`,
      name: `${name}${key.slice(1)}`,
      stability: stabilityOf(seccompile, key.slice('./'.length)),
      source: join(packages, folder, exports[key]['@seccompile/source']),
    }))
}

if (process.argv[2] === undefined) {
  console.error('usage: api-pages.mjs FOLDER')
  process.exit(2)
}
const out = resolve(process.argv[2])
const modules = readdirSync(packages)
  .filter((folder) => existsSync(join(packages, folder, 'package.json')))
  .flatMap(modulesOf)
const app = await Application.bootstrapWithPlugins({
  entryPoints: modules.map(({ source }) => source),
  tsconfig: join(here, 'tsconfig.typedoc.json'),
  plugin: ['typedoc-plugin-markdown'],
  outputs: [{ name: 'markdown', path: out }],
  logLevel: LogLevel.Warn,
  excludeInternal: true,
  excludePrivate: true,
  // Leaves out what error classes inherit from Error.
  excludeExternals: true,
  // `tsc -b` is the check of types.
  skipErrorChecking: true,
  readme: 'none',
  disableSources: true,
  disableGit: true,
  // Options of typedoc-plugin-markdown: one page for each module, without the lines above its title.
  router: 'module',
  entryFileName: 'index',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  sanitizeComments: true,
  useCodeBlocks: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
})
app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
  for (const module of project.children) {
    if (module.name === 'constants/src') continue
    for (const child of [...(module.children ?? [])])
      if (
        project.getSymbolIdFromReflection(child)?.fileName.startsWith(CONSTANTS) ||
        // A namespace is global: what a module adds to the types of a test runner, and no export.
        child.kindOf(ReflectionKind.Namespace)
      )
        project.removeReflection(child)
      else if (child.name === 'CallArguments')
        for (const call of [...(child.children ?? [])]) project.removeReflection(call)
  }
})
const project = await app.convert()
if (project === undefined) process.exit(1)
for (const module of project.children) {
  const source = join(packages, `${module.name.replace(/\/src$/, '/src/index')}.ts`)
  // typedoc takes the name of a module for its path and its title.
  module.name = modules.find((of) => of.source === source).page
}
rmSync(out, { recursive: true, force: true })
await app.generateOutputs(project)
writeFileSync(
  join(out, 'index.md'),
  `# Exports\n\nEach package has a page that lists its exports and their types.\n\n${modules.map(({ page, name }) => `- [\`${name}\`](./${page}.md)\n`).join('')}`,
)
/** The anchors of the headings of the page `file`. */
const anchorsOf = (file) =>
  new Set(
    [...readFileSync(file, 'utf8').matchAll(/^#+ ([\w\\]+)/gm)].map(([, title]) =>
      title.replaceAll('\\', '').toLowerCase(),
    ),
  )
for (const { folder, page, name, stability } of modules) {
  const up = '../'.repeat(page.split('/').length)
  const file = join(out, `${page}.md`)
  const text = readFileSync(file, 'utf8')
  writeFileSync(
    file,
    text
      .replace(
        /^# .*$/m,
        `# Exports of ${name}\n\nEvery export of \`${name}\`, with its type. The [page of the package](${up}packages/${folder}.md) explains their use.\n\nThe exports are [${stability}](${up}one-package.md#stable-and-experimental).`,
      )
      // Re-exported names become one list instead of a section for each.
      .replaceAll(/^### .*\n\nRe-exports (.*)\n(?:\n\*\*\*\n\n)?/gm, '- $1\n')
      // A type such as PassErrorCode, named like the field `code` of the class PassError, is linked as a second
      // heading. Where the page has the anchor without `-1`, the link loses `-1`.
      .replaceAll(/\]\(([^)#]*)#(\w+code)-1\)/g, (whole, target, anchor) =>
        anchorsOf(target === '' ? file : join(dirname(file), target)).has(anchor)
          ? `](${target}#${anchor})`
          : whole,
      ),
  )
}
if (app.logger.hasWarnings() || app.logger.hasErrors()) process.exitCode = 1
