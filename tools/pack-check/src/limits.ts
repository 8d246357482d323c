/* The limits of the sizes of packages. sizes.golden notices growth; a limit stays what it is. */

/** The bytes of a package: of its tarball, and of its files. */
export interface PackageBytes {
  readonly packed: number
  readonly unpacked: number
}

/** The limits by the name of the package. */
export const LIMITS: Readonly<Record<string, PackageBytes>> = {
  seccompile: { packed: 900_000, unpacked: 3_200_000 },
}

const KINDS = ['unpacked', 'packed'] as const
const shown = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`

/** The sizes of the package `name` beside their limits: `unpacked 2233 kB of 2600 kB`. Empty for one without limits. */
export function limitLine(name: string, measured: PackageBytes, limits: typeof LIMITS = LIMITS): string {
  const limit = limits[name]
  if (limit === undefined) return ''
  return KINDS.map((kind) => `${kind} ${shown(measured[kind])} of ${shown(limit[kind])}`).join(', ')
}

/** The limits of the package `name` that are exceeded. */
export function limitProblems(
  name: string,
  measured: PackageBytes,
  limits: typeof LIMITS = LIMITS,
): readonly string[] {
  const limit = limits[name]
  if (limit === undefined) return []
  return KINDS.filter((kind) => measured[kind] > limit[kind]).map(
    (kind) => `${name} has ${measured[kind]} bytes ${kind}; the limit is ${limit[kind]}`,
  )
}
