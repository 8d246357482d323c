/*
 * The modules of a tarball, followed from the entries of the package.
 *
 * A module that no entry reaches is of no use to anybody: an earlier build has left it, or the bundle of a command holds
 * it. A module is its code and its types together: one that holds only types is imported by types only. TypeScript's own
 * scanner finds the imports, so an import in a string is none.
 */
import { posix } from 'node:path'
import ts from 'typescript-6.0'

/** The folder of the bundle of a command. */
const BUNDLE = 'dist/bundle/'

const TYPES = /\.d\.ts$/
const isModule = (file: string): boolean => /\.js$/.test(file) || TYPES.test(file)
const moduleOf = (file: string): string => file.replace(/\.(?:js|d\.ts)$/, '')

/** The files that `file` imports by their paths. Types name the module `a.ts` or `a.js`, and mean `a.d.ts`. */
function importedBy(file: string, code: string): readonly string[] {
  return ts
    .preProcessFile(code, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => {
      const target = posix.join(posix.dirname(file), fileName)
      return TYPES.test(file) ? target.replace(/\.[jt]s$/, '.d.ts') : target
    })
}

/**
 * The problems of the modules among `files`, which have forward slashes: imports of files that are not there, and
 * modules that nothing reaches.
 *
 * @param entries - the files that `package.json` names, and those that Node starts by their paths
 * @param read - yields the text of a file
 */
export function moduleProblems(
  files: readonly string[],
  entries: readonly string[],
  read: (file: string) => string,
): readonly string[] {
  const there = new Set(files.filter(isModule))
  const reached = new Set<string>()
  const problems: string[] = []
  const open = entries.map(moduleOf)
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    if (reached.has(module)) continue
    reached.add(module)
    for (const file of [`${module}.js`, `${module}.d.ts`].filter((each) => there.has(each))) {
      const targets = importedBy(file, read(file))
      open.push(...targets.map(moduleOf))
      for (const target of targets.filter((each) => !there.has(each)))
        problems.push(`${file}: imports ${target}, which is not there`)
    }
  }
  const unused = [...there].filter((file) => !reached.has(moduleOf(file)))
  return [
    ...problems,
    ...unused.map(
      (file) =>
        `${file}: no entry of the package reaches it: leave it out; where a build left it, delete dist`,
    ),
  ]
}

/**
 * The modules among `files` whose code the bundle of a command holds too: such code is published twice. The bundler
 * writes the file of each module above its code.
 *
 * @param read - yields the text of a file
 */
export function publishedTwice(files: readonly string[], read: (file: string) => string): readonly string[] {
  const there = new Set(files)
  return files
    .filter((file) => file.startsWith(BUNDLE))
    .flatMap((file) => {
      const held = [...read(file).matchAll(/^\/\/ (dist\/\S+\.js)$/gm)].map(([, module = '']) => module)
      return held
        .filter((module) => there.has(module))
        .map((module) => `${module}: ${file} holds the same code: leave the module out`)
    })
}

/** The comments among `files` that name a source map. No source map is published. */
export function mapComments(files: readonly string[], read: (file: string) => string): readonly string[] {
  return files
    .filter((file) => isModule(file) && /^\/\/# sourceMappingURL=/m.test(read(file)))
    .map((file) => `${file}: names a source map, and none is published`)
}
