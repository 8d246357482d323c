/*
 * The files that a policy depends on: those that a policy of minijail includes, and the neighbours that a module
 * imports.
 *
 * An output must not replace these files, and that is checked before anything is read or run. So the texts are
 * searched for names, not parsed. A name in a comment counts too; a person then has to name another output.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isModulePath } from '@seccompile/policy-files'
import { readInput } from './input.ts'

const INCLUDE = /^[ \t]*@(?:include|frequency)[ \t]+(\S+)/gm
const IMPORT = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(?:'(\.{1,2}\/[^'\n]+)'|"(\.{1,2}\/[^"\n]+)")/g

/**
 * The largest number of files to search. A policy of minijail includes some ten, and a module that imports more is a
 * program.
 */
const MOST_FILES = 1000

function textOf(path: string): string {
  try {
    return readInput(path).toString('latin1') // only ASCII is looked for
  } catch {
    return '' // loading the file will report what is wrong with it
  }
}

/** The names of files in `text`: the imports of a module, or the includes of a policy of minijail. */
function namesIn(text: string, isModule: boolean): readonly string[] {
  const found = [...text.matchAll(isModule ? IMPORT : INCLUDE)]
  return found.map(([, one, other]) => Buffer.from(one ?? other ?? '', 'latin1').toString())
}

/**
 * The files that the policy in the file `path` depends on, directly or through others. A file that does not exist is
 * left out. `path` is no pipe: a pipe can be read only once.
 */
export function partsOf(path: string): readonly string[] {
  const seen = new Set([path])
  for (const file of seen) {
    const folders = [dirname(file), dirname(path)] // each of minijail's two compilers looks in one of these folders
    for (const name of namesIn(textOf(file), isModulePath(file)))
      for (const folder of folders) {
        const part = join(folder, name)
        if (seen.size < MOST_FILES && existsSync(part)) seen.add(part)
      }
  }
  seen.delete(path)
  return [...seen]
}
