// The relay as `npm start` runs it, on the port and the folder that the workload gives.
const [, , port, folder] = process.argv
Object.assign(process.env, { PORT: port, VIVIER_DATA: folder, VIVIER_LOG: 'silent' })
await import('../../../sync-server/main.ts')
process.stdout.write('ready\n')
