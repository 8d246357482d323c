/*
 * A registry of npm on this machine. It answers for the packages whose tarballs lie in a folder, and for no others.
 *
 * An optional peer has a version here and no tarball: a package manager that installs one unasked fails, and `peersFetched` names it.
 * Every version was published long ago, because Yarn and pnpm may refuse a version that is a day old.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { PackageManifest } from './packages.ts'
import { run } from './run.ts'

const PUBLISHED = '2020-01-01T00:00:00.000Z'

/** A registry that runs. */
export interface LocalRegistry {
  /** Its address, with a slash at the end. */
  readonly url: string
  /** The optional peers whose tarballs were asked for, each once, sorted. */
  readonly peersFetched: () => readonly string[]
  readonly close: () => void
}

interface Served {
  readonly manifest: PackageManifest
  /** The bytes of the tarball; absent for an optional peer. */
  readonly bytes?: Uint8Array
}

/** The lowest version in a range such as `^3.3.4`. */
const lowest = (range: string): string => range.replace(/^\D+/, '')

/** The packages whose tarballs lie in `folder`, and their optional peers. */
async function servedFrom(folder: string): Promise<ReadonlyMap<string, Served>> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  const packed = await Promise.all(
    files.map(async (file): Promise<Served> => {
      const path = join(folder, file)
      const { status, said } = await run('tar', ['-xzOf', path, 'package/package.json'], folder)
      if (status !== 0) throw new Error(`${path}: its package.json cannot be read: ${said}`)
      return { manifest: JSON.parse(said) as PackageManifest, bytes: readFileSync(path) }
    }),
  )
  const peers = packed.flatMap(({ manifest }) =>
    Object.entries(manifest.peerDependencies ?? {}).flatMap(([name, range]): readonly Served[] =>
      manifest.peerDependenciesMeta?.[name]?.optional === true
        ? [{ manifest: { name, version: lowest(range) } }]
        : [],
    ),
  )
  return new Map([...peers, ...packed].map((each) => [each.manifest.name, each]))
}

/** What a registry says of a package that has one version. */
function packument({ manifest, bytes = new Uint8Array() }: Served, url: string): object {
  const { name, version } = manifest
  const sum = (algorithm: string, encoding: 'hex' | 'base64'): string =>
    createHash(algorithm).update(bytes).digest(encoding)
  const dist = {
    tarball: `${url}${name}/-/${version}.tgz`,
    shasum: sum('sha1', 'hex'),
    integrity: `sha512-${sum('sha512', 'base64')}`,
  }
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, dist } },
    time: { created: PUBLISHED, modified: PUBLISHED, [version]: PUBLISHED },
  }
}

function answer(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'content-type': type }).end(body)
}

/**
 * Starts a registry on a free port of this machine.
 *
 * @param folder - the folder with the tarballs
 * @throws Error where a tarball has no package.json
 */
export async function startRegistry(folder: string): Promise<LocalRegistry> {
  const served = await servedFrom(folder)
  const peersFetched = new Set<string>()
  let url = ''
  const server = createServer((request, response) => {
    // A slash in a name may come as %2f; nothing else in a name is escaped, and a stray % must not end the registry.
    const [name = '', tarball] = (request.url ?? '')
      .slice(1)
      .replaceAll(/%2f/gi, '/')
      .replaceAll(/%40/g, '@')
      .split('/-/')
    const found = served.get(name)
    if (found === undefined) answer(response, 404, 'application/json', '{"error":"not found"}')
    else if (tarball === undefined)
      answer(response, 200, 'application/json', JSON.stringify(packument(found, url)))
    else if (found.bytes === undefined) {
      peersFetched.add(name)
      answer(
        response,
        404,
        'application/json',
        '{"error":"an optional peer, which nothing installs unasked"}',
      )
    } else answer(response, 200, 'application/octet-stream', found.bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/` // an address with a port, because it listens on one
  return {
    url,
    peersFetched: () => [...peersFetched].sort(),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
