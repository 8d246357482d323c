/*
 * A registry of npm on this machine: each word of the command line is a folder with one package. Prints its address once it listens.
 * It ends with its standard input.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'

const packages = new Map(
  process.argv.slice(2).map((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const words = ['-czf', '-', '-C', dirname(folder), '--transform', 's,^[^/]*,package,', folder.slice(dirname(folder).length + 1)]
    return [manifest.name, { manifest, tarball: spawnSync('tar', words).stdout }]
  }),
) // prettier-ignore

const server = createServer(({ url, headers }, response) => {
  const [, name, file] = url.split('/')
  const found = packages.get(name)
  if (found === undefined) response.writeHead(404).end('{}')
  else if (file !== undefined) response.end(found.tarball)
  else {
    const { manifest } = found
    const { version } = manifest
    const dist = { tarball: `http://${headers.host}/${name}/tarball` }
    const versions = { [version]: { ...manifest, dist } }
    response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }))
  }
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`))
process.stdin.on('end', () => process.exit()).resume()
