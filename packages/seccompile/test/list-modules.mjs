/** For `node --import`: names on standard error each module that is loaded, by its URL, on a line of its own. */
import { register } from 'node:module'

const HOOKS = `
import { writeSync } from 'node:fs'
export async function load(url, context, next) {
  writeSync(2, url + '\\n')
  return next(url, context)
}`
register(`data:text/javascript,${encodeURIComponent(HOOKS)}`)
