/*
 * The page in which policies run: a script, and a Content-Security-Policy that allows it and Workers and scripts made from
 * blobs, and nothing else: no request of any kind. A Worker made from a blob inherits the policy. A blob is of the frame
 * itself, so a policy can make none that does more than the policy does.
 */
import { scriptHashes } from './content-security-policy.ts'

/** The path of the page on the site. */
export const SANDBOX_PATH = 'sandbox.html'

/** The page with `script` in it. @throws Error where the script would end its element */
export function sandboxPage(script: string): string {
  if (/<\/script|<!--/i.test(script)) throw new Error('the script of the sandbox would end its element')
  const element = `<script type="module">${script}</script>`
  const policy = [
    "default-src 'none'",
    `script-src ${scriptHashes(element).join(' ')} blob:`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="robots" content="noindex">
<title>Sandbox of the playground</title>
${element}
</head>
<body>
<p>The playground runs policies here. Alone, this page does nothing.</p>
</body>
</html>
`
}
