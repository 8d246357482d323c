/*
 * The pages of the site, from the files of the repository.
 *
 *   docs/NAME.md              NAME.md
 *   docs/adr/README.md        adr/index.md
 *   packages/NAME/README.md   packages/NAME.md, with a link to the exports
 *   CONTRIBUTING.md           contributing.md
 *   tools/README.md           tools.md
 *   packages                  packages/index.md, a list of all packages
 *
 * A link to the README of the repository leads to the first page. Pages on exports come from tools/api-pages.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withTitles } from './code-titles.ts'
import { imagesIn, siteText } from './page-links.ts'
import { workspacePackages } from './workspace-packages.ts'
import type { WorkspacePackage } from './workspace-packages.ts'

/** A page: its path on the site, the file that it is made from, and its Markdown. */
export interface Page {
  readonly path: string
  readonly source: string
  readonly text: string
}

/** A file that pages show or link to, copied unchanged. */
export interface Asset {
  readonly path: string
  readonly source: string
}

/** The path on the site of the file or folder at a path of the repository; `undefined` where it is no page. */
export function sitePath(source: string): string | undefined {
  if (source === 'README.md') return 'index.md'
  if (source === 'CONTRIBUTING.md') return 'contributing.md'
  if (source === 'tools' || source === 'tools/README.md') return 'tools.md'
  if (source === 'docs/adr') return 'adr/index.md'
  if (source === 'packages') return 'packages/index.md'
  const [, page] = /^docs\/(.*\.(?:md|json))$/.exec(source) ?? []
  if (page !== undefined) return page.replace(/(^|\/)README\.md$/, '$1index.md')
  const [, folder] = /^packages\/([^/]+)(?:\/README\.md)?$/.exec(source) ?? []
  return folder === undefined ? undefined : `packages/${folder}.md`
}

/** The path on the site of the page on a package's exports, which tools/api-pages writes. */
export const apiPath = ({ folder }: WorkspacePackage): string => `api/${folder}.md`

const filesBelow = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ending))
    .sort()

function packagesPage(packages: readonly WorkspacePackage[]): string {
  const rows = packages.map(({ folder, name, description, layer }) => {
    const what = description.replaceAll(/[|*<_]/g, '\\$&')
    return `| ${layer} | [<code>${name.replace('/', '/<wbr>')}</code>](./${folder}.md) ([exports](../api/${folder}.md)) | ${what} |`
  })
  return `---
aside: false
---

# Packages

A package imports packages of lower layers only. Layers 0 to 8 run in a browser. [Taking one package](../one-package.md) helps
to choose.

| layer | package | what it holds |
| --- | --- | --- |
${rows.join('\n')}
`
}

const CHART = /^!\[([^\]]*)\]\(([\w./-]+)\.svg\)$/gm

/**
 * The text with a second image behind each image in a line of its own, where `exists` knows a file with `-narrow` in its name:
 * the theme shows one of them in a wide window, and the other one on a telephone.
 */
export function withNarrowImages(text: string, exists: (target: string) => boolean): string {
  return text.replaceAll(CHART, (whole, words: string, name: string) => {
    const narrow = `${name}-narrow.svg`
    return exists(narrow) ? `${whole}{.in-wide}\n![${words}](${narrow}){.in-narrow}` : whole
  })
}

/** The pages made from files of the repository at `root`. @throws Error for a link that leads nowhere */
export function pages(root: string): readonly Page[] {
  const packages = workspacePackages(root)
  const sources = [
    ...filesBelow(join(root, 'docs'), '.md').map((name) => `docs/${name}`),
    ...packages.map(({ folder }) => `packages/${folder}/README.md`),
    'CONTRIBUTING.md',
    'tools/README.md',
  ]
  const targets = { pageOf: sitePath, exists: (path: string) => existsSync(join(root, path)) }
  const made = sources.map((source) => {
    const path = sitePath(source)!
    const text = siteText(readFileSync(join(root, source), 'utf8'), source, path, targets)
    const of = packages.find(({ folder }) => source === `packages/${folder}/README.md`)
    const exports = of === undefined ? '' : `\n[Every export](../${apiPath(of)}) with its type.\n`
    const charts = withNarrowImages(text, (target) => targets.exists(join(dirname(source), target)))
    return { path, source, text: withTitles(charts) + exports }
  })
  return [...made, { path: 'packages/index.md', source: 'packages', text: packagesPage(packages) }]
}

/** The images of `pages`, and the files of data that they link to. */
export function assets(root: string, all: readonly Page[]): readonly Asset[] {
  const images = all.flatMap(({ path, source, text }) =>
    imagesIn(text).map((image) => ({ path: join(path, '..', image), source: join(source, '..', image) })),
  )
  const data = filesBelow(join(root, 'docs'), '.json').map((name) => ({
    path: `public/${name}`,
    source: `docs/${name}`,
  }))
  return [...new Map([...images, ...data].map((asset) => [asset.path, asset])).values()]
}
