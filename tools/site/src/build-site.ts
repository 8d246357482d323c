/*
 * `npm run docs` builds the site into `out/site`. It needs the installed packages and no network.
 *
 * Pages are first collected in `.cache/pages`: pages of the repository, with changed links and drawn pictures, and
 * pages of tools/api-pages on the exports of packages. No file is written into `docs`.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vitepress'
import { brokenBuiltLinks } from './built-links.ts'
import { drawPictures } from './draw-pictures.ts'
import { assets, pages } from './pages.ts'
import { withPictures } from './pictures.ts'
import { withPlaygroundLinks } from './playground-links.ts'
import { frameScript } from './policy-runtime.ts'
import { SANDBOX_PATH, sandboxPage } from './sandbox-page.ts'
import { pagesFolder, siteConfig, siteFolder } from './site-config.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const begun = performance.now()

rmSync(pagesFolder, { recursive: true, force: true })
/** Writes a file for VitePress. */
function put(path: string, text: string): void {
  mkdirSync(dirname(join(pagesFolder, path)), { recursive: true })
  writeFileSync(join(pagesFolder, path), text)
}

const all = pages(root)
const pictures = await drawPictures(all, join(pagesFolder, '..', 'stage'))
for (const [path, svg] of pictures) put(`public/${path}`, svg)
for (const { path, text } of all)
  put(path, withPictures(path, await withPlaygroundLinks(path, text), pictures))
for (const { path, source } of assets(root, all)) {
  mkdirSync(dirname(join(pagesFolder, path)), { recursive: true })
  copyFileSync(join(root, source), join(pagesFolder, path))
}
put(`public/${SANDBOX_PATH}`, sandboxPage(await frameScript()))
const api = spawnSync(
  process.execPath,
  [join(root, 'tools', 'api-pages', 'api-pages.mjs'), join(pagesFolder, 'api')],
  { stdio: 'inherit' },
)
if (api.status !== 0) process.exit(1)
await build(fileURLToPath(new URL('..', import.meta.url)))

const broken = brokenBuiltLinks(siteFolder, siteConfig.base ?? '/')
for (const line of broken) console.error(line)
if (broken.length > 0) process.exitCode = 1
else
  console.log(
    `out/site: ${all.length} pages and those on exports, ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  )
