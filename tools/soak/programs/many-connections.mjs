/* A server with 100 connections that are open at the same time. */
import { createServer, request, Agent } from 'node:http'

const COUNT = 100
const waiting = []
const server = createServer((asked, answer) => {
  waiting.push(() => answer.end(asked.url))
  if (waiting.length === COUNT) for (const each of waiting) each()
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const agent = new Agent({ maxSockets: COUNT })
const ask = (path) =>
  new Promise((resolve, reject) => {
    const { port } = server.address()
    request({ port, host: '127.0.0.1', path, agent }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => (text += chunk))
      answer.on('end', () => resolve(text))
    })
      .on('error', reject)
      .end()
  })
const texts = await Promise.all(Array.from({ length: COUNT }, (_, at) => ask(`/${at}`)))
console.log(texts.join(' '))
agent.destroy()
server.close()
process.exitCode = 8
