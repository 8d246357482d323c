/*
 * The configuration of VitePress. Its pages lie in `.cache/pages`, where build-site.ts puts them, and the site goes to
 * `out/site` of the repository.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toneRules, toneVariables } from '@seccompile/draw'
import type { DefaultTheme, MarkdownRenderer, UserConfig } from 'vitepress'
import { withContentSecurityPolicy } from './content-security-policy.ts'
import { declarationFiles } from './declaration-files.ts'
import { sections } from './navigation.ts'
import { descriptionOf } from './page-description.ts'
import { focusPictures } from './focus-pictures.ts'
import { anchorOf } from './page-links.ts'
import { apiPath } from './pages.ts'
import { policyDeclarations } from './policy-declarations.ts'
import { policyRuntime } from './policy-runtime.ts'
import { runtimeModule } from './runtime-module.ts'
import { sessionLines } from './session-lines.ts'
import { siteBase } from './site-base.ts'
import { siteSearch } from './site-search.ts'
import { keepCodeWhole } from './whole-code.ts'
import { workerChunks } from './worker-chunks.ts'
import { workerConstants } from './worker-constants.ts'
import { workerTables } from './worker-tables.ts'
import { workspacePackages } from './workspace-packages.ts'
import type { WorkspacePackage } from './workspace-packages.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** The folder of the pages, from which VitePress builds. */
export const pagesFolder: string = fileURLToPath(new URL('../.cache/pages', import.meta.url))
/** The folder of the site. */
export const siteFolder: string = join(root, 'out', 'site')

const linkTo = (path: string): string =>
  `/${path.replace(/(^|\/)(README|index)\.md$/, '$1').replace(/\.md$/, '')}`

const has = (path: string): boolean => existsSync(join(root, 'docs', path))
const guides: DefaultTheme.SidebarItem[] = sections(has).map(({ text, entries }) => ({
  text,
  items: entries.map((entry) => ({ text: entry.text, link: linkTo(entry.path) })),
}))
const packages = workspacePackages(root)
const byName = (a: WorkspacePackage, b: WorkspacePackage): number => (a.name < b.name ? -1 : 1)
const listOf = (path: (of: WorkspacePackage) => string): DefaultTheme.SidebarItem[] =>
  [...packages]
    .sort(byName)
    .map((of) => ({ text: of.name.replace('@seccompile/', ''), link: linkTo(path(of)) }))

/** A tree of three nodes, in a colour for light and dark. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M8 3 3.5 12M8 3l4.5 9" stroke="#5672cd" stroke-width="1.5"/><g fill="#5672cd"><circle cx="8" cy="3.5" r="2.5"/><circle cx="3.5" cy="12" r="2.5"/><circle cx="12.5" cy="12" r="2.5"/></g></svg>`

function markdownRules(md: MarkdownRenderer): void {
  keepCodeWhole(md)
  focusPictures(md)
}

/** The configuration. */
export const siteConfig: UserConfig<DefaultTheme.Config> = {
  title: 'seccompile',
  description: 'A compiler for Linux seccomp policies',
  lang: 'en',
  base: siteBase(process.env),
  head: [
    ['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(ICON)}` }],
    // The colours and letters of verdicts are those of pictures.
    ['style', {}, `:root{${toneVariables.light}}.dark{${toneVariables.dark}}${toneRules}`],
  ],
  srcDir: pagesFolder,
  outDir: siteFolder,
  cacheDir: fileURLToPath(new URL('../.cache/vitepress', import.meta.url)),
  cleanUrls: false,
  ignoreDeadLinks: false,
  lastUpdated: false,
  markdown: { anchor: { slugify: anchorOf }, codeTransformers: [sessionLines], config: markdownRules },
  // A page loads its own content, and does not prefetch the pages that it links to.
  router: { prefetchLinks: false },
  // No component of the site or of its theme is written with the options of Vue 2.
  vue: { features: { optionsAPI: false } },
  // The index of the search is one file, loaded when somebody searches.
  vite: {
    build: { chunkSizeWarningLimit: 3000 },
    plugins: [runtimeModule(policyRuntime)],
    // The playground's Workers load tables of ABIs, constants and declarations of packages when they are needed.
    worker: {
      format: 'es',
      plugins: () => [workerTables(), workerConstants(), policyDeclarations(() => declarationFiles(root))],
      rolldownOptions: { output: { codeSplitting: { groups: [...workerChunks] } } },
    },
  },
  transformHtml: withContentSecurityPolicy,
  transformPageData: ({ filePath, frontmatter }) => ({
    description: descriptionOf(readFileSync(join(pagesFolder, filePath), 'utf8')) ?? '',
    // A record of a decision has no place in the sequence of guides.
    frontmatter: filePath.startsWith('adr/') ? { ...frontmatter, prev: false, next: false } : frontmatter,
  }),
  themeConfig: {
    nav: [
      { text: 'My first filter', link: '/first-filter' },
      ...guides.slice(1).map(({ text, items = [] }) => ({
        text: text ?? '',
        items: items as DefaultTheme.NavItemWithLink[],
      })),
      ...(has('playground.md') ? [{ text: 'Playground', link: '/playground' }] : []),
      { text: 'Packages', link: '/packages/', activeMatch: '^/(packages|api)/' },
    ],
    sidebar: {
      '/packages/': [
        { text: 'Packages', link: '/packages/', items: listOf(({ folder }) => `packages/${folder}.md`) },
      ],
      '/api/': [{ text: 'Exports', link: '/api/', items: listOf(apiPath) }],
      '/': [
        ...guides,
        {
          text: 'Development',
          items: [
            { text: 'Contributing', link: '/contributing' },
            { text: 'Tools', link: '/tools' },
          ],
        },
      ],
    },
    outline: { level: [2, 3] },
    search: siteSearch,
    externalLinkIcon: true,
  },
}
