/** A folder of a server: a slash at both ends, and between them parts of a path that need no escapes. */
const BASE = /^\/(?:[\w.~-]+\/)*$/

/**
 * The path of the site on its server, from the variable SITE_BASE; `/` where it is not set.
 * @throws RangeError naming the variable, for a path without a slash at both ends
 */
export function siteBase(env: Readonly<Record<string, string | undefined>>): string {
  const { SITE_BASE: base = '/' } = env
  if (!BASE.test(base))
    throw new RangeError(
      `SITE_BASE: expected a path with a slash at both ends, such as "/seccompile/"; got "${base}"`,
    )
  return base
}
