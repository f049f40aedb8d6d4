import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { manifestName, packageFiles, readManifest } from '../modelPackage.ts'

/** The files of a model's folder, those in its `onnx` folder too. */
function filesIn(folder: string): { name: string; blob: Blob }[] {
  return [folder, path.join(folder, 'onnx')].filter(existsSync).flatMap((place) =>
    readdirSync(place)
      .filter((name) => name !== manifestName && statSync(path.join(place, name)).isFile())
      .map((name) => ({ name, blob: new Blob([readFileSync(path.join(place, name))]) })),
  )
}

const [folder, from] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write(
    'Usage: npm run -s model:manifest -- FOLDER (config.json, tokenizer.json, onnx/model_….onnx) [HUB_FOLDER_URL]\n',
  )
  process.exitCode = 2
} else {
  const packed = await packageFiles(filesIn(folder))
  if (packed.ok) {
    const source = from === undefined ? {} : { source: from.endsWith('/') ? from : `${from}/` }
    const manifest = readManifest({ ...packed.value.manifest, ...source })
    if (!manifest.ok) throw new Error(`${from} is no https address of a folder.`)
    writeFileSync(path.join(folder, manifestName), `${JSON.stringify(manifest.value, null, 2)}\n`)
    process.stdout.write(`${path.join(folder, manifestName)}: ${manifest.value.files.length} files\n`)
  } else {
    process.stderr.write(`${folder}: ${packed.error.type}\n`)
    process.exitCode = 1
  }
}
