import { describe, expect, it } from 'vitest'
import { loadLibrary, resolveModel } from '../../src/library/index.ts'

const library = await loadLibrary()

describe('the name of a model', () => {
  it.each([
    ['Llama 3.1 70B Instruct', 'Llama 3.1', '70B', 'llama-3.1'],
    ['Llama-3.3-70B-Instruct', 'Llama 3.3', '70B', 'llama-3.3'],
    ['llama2:13b-chat', 'Llama 2', '13B', 'llama-2'],
    ['llama3.1:8b', 'Llama 3.1', '8B', 'llama-3.1'],
    ['llama3.1', 'Llama 3.1', undefined, 'llama-3.1'],
    ['meta-llama/Llama-2-70b-chat-hf', 'Llama 2', '70B', 'llama-2'],
    ['Meta-Llama-3-70B-Instruct', 'Llama 3', '70B', 'llama-3'],
    ['meta-llama/Meta-Llama-3.1-405B-Instruct-FP8', 'Llama 3.1', '405B', 'llama-3.1'],
    ['Llama 3.2 11B Vision Instruct', 'Llama 3.2-Vision', '11B', 'llama-3.2'],
    ['Llama 3.2 90B', 'Llama 3.2-Vision', '90B', 'llama-3.2'],
    ['llama3.2-vision:11b', 'Llama 3.2-Vision', '11B', 'llama-3.2'],
    ['llama3.2:1b', 'Llama 3.2', '1B', 'llama-3.2'],
    ['Llama-4-Maverick-17B-128E', 'Llama 4', 'Maverick-17B-128E', 'llama-4'],
    ['Llama 4 Maverick', 'Llama 4', 'Maverick-17B-128E', 'llama-4'],
    ['llama4:scout', 'Llama 4', 'Scout-17B-16E', 'llama-4'],
    ['meta.llama4-scout-17b-instruct-v1:0', 'Llama 4', 'Scout-17B-16E', 'llama-4'],
    ['us.meta.llama3-3-70b-instruct-v1:0', 'Llama 3.3', '70B', 'llama-3.3'],
    ['meta.llama3-8b-instruct-v1:0', 'Llama 3', '8B', 'llama-3'],
    ['accounts/fireworks/models/llama-v3p1-70b-instruct', 'Llama 3.1', '70B', 'llama-3.1'],
    ['Llama-3_3-70B', 'Llama 3.3', '70B', 'llama-3.3'],
    ['llama-3.3-70b-versatile', 'Llama 3.3', '70B', 'llama-3.3'],
    ['Llama 4', 'Llama 4', undefined, 'llama-4'],
    ['LLaMA', 'LLaMA', undefined, 'llama-1'],
    ['LLaMA 1 7B', 'LLaMA', '7B', 'llama-1'],
    ['Llama 1', 'LLaMA', undefined, 'llama-1'],
    ['Llama Guard 1', 'Llama Guard', undefined, 'llama-2'],
    ['fine-tuned Llama 3 8B', 'Llama 3', '8B', 'llama-3'],
    ['LLaMA-65B', 'LLaMA', '65B', 'llama-1'],
    ['huggyllama/llama-65b', 'LLaMA', '65B', 'llama-1'],
    ['CodeLlama-34b-Instruct-hf', 'Code Llama', '34B', 'llama-2'],
    ['codellama:70b', 'Code Llama', '70B', 'llama-2'],
    ['codellama/CodeLlama-7b-Python-hf', 'Code Llama', '7B', 'llama-2'],
    ['Llama Guard', 'Llama Guard', undefined, 'llama-2'],
    ['meta-llama/LlamaGuard-7b', 'Llama Guard', '7B', 'llama-2'],
    ['meta-llama/Meta-Llama-Guard-2-8B', 'Llama Guard 2', '8B', 'llama-2'],
    ['Llama Guard 3 8B', 'Llama Guard 3-8B', '8B', 'llama-3.2'],
    ['meta-llama/Llama-Guard-3-8B-INT8', 'Llama Guard 3-8B', '8B', 'llama-3.2'],
    ['llama-guard3:1b', 'Llama Guard 3-1B', '1B', 'llama-3.2'],
    ['meta-llama/Llama-Guard-3-11B-Vision', 'Llama Guard 3-11B-vision', '11B', 'llama-3.2'],
    ['meta-llama/Llama-Guard-4-12B', 'Llama Guard 4', '12B', 'llama-4'],
    ['meta-llama/Prompt-Guard-86M', 'Prompt Guard', '86M', 'llama-3.2'],
    ['meta-llama/Llama-Prompt-Guard-2-22M', 'Llama Prompt Guard 2', '22M', 'llama-4'],
  ])('%s', (name, model, size, license) => {
    const found = resolveModel(name, library)
    expect(found).toMatchObject({ known: true, license, models: [{ name: model }] })
    expect(found.known && found.size).toBe(size)
  })

  it.each(library.models)('$name, with each of its sizes', (model) => {
    const bare = resolveModel(model.name, library)
    expect(bare.known && bare.models).toContainEqual(model)
    for (const size of model.sizes)
      expect(resolveModel(model.name, library, size)).toMatchObject({ known: true, models: [model] })
  })

  it('that leaves open whether the model sees pictures says its license, and not what it takes in', () => {
    for (const name of ['Llama 3.2', 'llama3.2', 'Llama Guard 3']) {
      const found = resolveModel(name, library)
      expect(found).toMatchObject({ known: true, license: 'llama-3.2' })
      expect(found.known && found.inputs, name).toBeUndefined()
      expect(found.known && found.models.length, name).toBeGreaterThan(1)
    }
  })

  it('takes a size beside it: 11B of Llama 3.2 is a vision model', () => {
    const found = resolveModel('Llama 3.2', library, '11B')
    expect(found).toMatchObject({
      known: true,
      models: [{ name: 'Llama 3.2-Vision' }],
      inputs: ['text', 'image'],
    })
  })

  it.each([
    ['Llama 3.1 71B', 'size', 'Llama 3.1 70B'],
    ['Llama 3.3 8B', 'size', 'Llama 3.3'],
    ['Llama 3.2 7B', 'size', 'Llama 3.2 1B'],
    ['Llama 5', 'name', undefined],
    ['Mistral 7B', 'name', undefined],
    ['Llama-3.1-Nemotron-70B-Instruct', 'name', undefined],
    ['Lama 3.1', 'name', 'Llama 3.1'],
    ['Llama', 'edition', undefined],
    ['Llama 70B', 'edition', undefined],
    ['Llama Guard 8B', 'edition', undefined],
    ['', 'name', undefined],
  ])('%s is not known: its %s', (name, what, near) => {
    const found = resolveModel(name, library)
    expect(found).toMatchObject({ known: false, what })
    if (near && !found.known) expect(found.nearest).toContain(near)
  })

  it('never throws, whatever it is', () => {
    for (const name of [
      '🦙',
      'a'.repeat(5000),
      '3.1',
      'llama llama llama',
      '../../etc',
      'Llama 3.1 '.repeat(300),
    ])
      expect(() => resolveModel(name, library)).not.toThrow()
  })
})
