export { shareTails } from './share-tails.ts'
