import { env, pipeline } from '@huggingface/transformers'
import { assetPaths, assetUrl } from '../../../src/kit/assets.ts'
import type { EmbedTexts } from './checkModel.ts'
import { type ModelManifest, precisionOf } from './modelPackage.ts'
import type { ModelStore } from './modelStore.ts'

const localFolder = '/optional-model/'
const modelId = 'kept'

/** Texts of a batch: a laptop's core embeds so many in some tenths of a second. */
const atOnce = 8

/** A model that runs; disposed of, it gives back its memory and embeds no more. */
export interface Encoder {
  embed: EmbedTexts
  dispose: () => Promise<void>
}

/**
 * Runs a kept model. Every file comes from the store and the runtime from the app's own origin: nothing is fetched from
 * anywhere else. Throws when the files are no model that the runtime can run.
 */
export async function loadEncoder(store: ModelStore, manifest: ModelManifest): Promise<Encoder> {
  const origin = self.location.origin
  env.allowLocalModels = true
  env.allowRemoteModels = false
  env.localModelPath = localFolder
  env.useBrowserCache = false
  env.useWasmCache = false
  env.useCustomCache = true
  env.customCache = {
    async match(address: string) {
      const path = address.split(`${localFolder}${modelId}/`)[1]
      const blob = path === undefined ? null : await store.read(manifest, path)
      return blob ? new Response(blob) : undefined
    },
    put: () => Promise.resolve(),
  }
  // What the store does not hold does not exist.
  env.fetch = () => Promise.resolve(new Response(null, { status: 404 }))
  const wasm = env.backends.onnx.wasm
  if (!wasm) throw new Error('This browser has no WebAssembly runtime for models.')
  wasm.wasmPaths = { mjs: assetUrl(assetPaths.onnxLoader, origin), wasm: assetUrl(assetPaths.onnxRuntime, origin) }
  const extract = await pipeline('feature-extraction', modelId, {
    dtype: precisionOf(manifest) ?? 'fp32',
    device: 'wasm',
    local_files_only: true,
  })
  const embed: EmbedTexts = async (texts) => {
    const vectors: Float32Array[] = []
    for (let start = 0; start < texts.length; start += atOnce) {
      const batch = texts.slice(start, start + atOnce).map((text) => manifest.prefix + text)
      const output = await extract(batch, { pooling: 'mean', normalize: true })
      const numbers = Float32Array.from(output.data as Float32Array)
      const dimensions = numbers.length / batch.length
      batch.forEach((_, at) => vectors.push(numbers.slice(at * dimensions, (at + 1) * dimensions)))
      output.dispose()
    }
    return vectors
  }
  return {
    embed,
    dispose: async () => {
      await extract.dispose()
    },
  }
}
