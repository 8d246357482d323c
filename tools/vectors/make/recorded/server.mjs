// An HTTP server that answers forty requests of its own process, each by a new connection, and every fifth from a file.
import { createServer, get } from 'node:http'
import { readFile } from 'node:fs/promises'

const server = createServer(async (request, response) => {
  response.end(request.url === '/file' ? await readFile('/etc/services') : 'hello\n')
})
server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address()
  for (let i = 0; i < 40; i++) {
    const path = i % 5 === 0 ? '/file' : '/'
    await new Promise((resolve) => {
      get({ port, path, agent: false }, (answer) => answer.resume().on('end', resolve))
    })
  }
  server.close()
})
