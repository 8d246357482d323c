/*
 * What the published modules say that are derived from a work of others: the work, its authors, its licence, and that it is changed.
 * docs/sources.md has the licences.
 *
 * The line is a comment that begins with an exclamation mark, and an empty line follows it in the source. TypeScript drops any
 * other comment above an import of types, and a bundler drops it with all comments.
 */

/** The modules that are derived from Docker's default profile, by package and name. */
const DERIVED =
  /^(?:presets\/dist\/(?:container-[a-z]+|nested-sandbox)|filters\/dist\/(?:programs\/)?(?:container-default|nested-sandbox)(?:\/\w+)?)\.js$/

/** What each of them says. */
const LINE =
  "/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */"

/** The packages with such modules; in the last one a bundle holds them. */
const PACKAGES: readonly string[] = ['@seccompile/presets', '@seccompile/filters', 'seccompile']

/** A module with its first lines, where it begins in a file. A bundler writes the path of a module above its code. */
interface Held {
  readonly module: string
  readonly text: string
}

function heldBy(own: string, text: string): readonly Held[] {
  const inBundle = [...text.matchAll(/^\/\/ \.\.\/(\S+\.js)\n/gm)].map((found) => ({
    module: found[1] ?? '',
    text: text.slice(found.index + found[0].length),
  }))
  return [{ module: own, text }, ...inBundle]
}

/**
 * The derived modules of the package `name` that do not say so in their first lines; and its lack of any, since the names of
 * modules change.
 *
 * @param files - with forward slashes
 * @param read - yields the text of a file
 */
export function originProblems(
  name: string,
  files: readonly string[],
  read: (file: string) => string,
): readonly string[] {
  if (!PACKAGES.includes(name)) return []
  const short = name.replace('@seccompile/', '')
  const derived = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => heldBy(`${short}/${file}`, read(file)).map((held) => ({ file, ...held })))
    .filter(({ module }) => DERIVED.test(module))
  if (derived.length === 0)
    return [`no module is derived from Docker's default profile, and ${name} has some`]
  return derived
    .filter(({ text }) => !text.replace(/^(?:\/\/.*\n)*/, '').startsWith(LINE))
    .map(({ file, module }) => `${file}: does not begin with the origin of ${module}: ${LINE}`)
}
