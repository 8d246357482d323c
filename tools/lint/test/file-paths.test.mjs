import { Linter } from 'eslint'
import { expect, it } from 'vitest'
import { FILE_PATHS } from '../file-paths.mjs'

const linter = new Linter()
const faults = (code) =>
  linter
    .verify(code, {
      languageOptions: { sourceType: 'module' },
      rules: { 'no-restricted-syntax': ['error', ...FILE_PATHS] },
    })
    .map(({ message }) => message)

it.each([
  `run(new URL('a.json', import.meta.url).pathname)`,
  `const here = new URL('.', import.meta.url); run(here.pathname)`,
  `const { pathname } = new URL('a.json', import.meta.url)`,
  `run(import.meta.url.slice(7))`,
  `run(import.meta.url.replace('file://', ''))`,
])('refuses the path of a URL as the path of a file: %s', (code) => {
  expect(faults(code)).toEqual([
    'a path in a URL has %20 for a space: fileURLToPath() of node:url yields the path of the file',
  ])
})

it.each([
  `fileURLToPath(new URL('a.json', import.meta.url))`,
  `new URL('https://github.com/a/b').pathname`,
  `location.pathname`,
  `const { pathname } = new URL(request.url, 'http://localhost')`,
  `import.meta.url.includes('/$bunfs/')`,
  `createRequire(import.meta.url)`,
])('leaves addresses of the web: %s', (code) => {
  expect(faults(code)).toEqual([])
})
