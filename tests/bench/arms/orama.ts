import { create, insertMultiple, search } from '@orama/orama';
import { type Arm, wholeText } from './arm.ts';

export const oramaDefault: Arm = {
  async build(passages) {
    const index = create({ schema: { scope: 'enum', text: 'string' } as const });
    await insertMultiple(
      index,
      passages.map((passage) => ({ id: passage.id, scope: passage.scope, text: wholeText(passage) })),
    );
    return {
      bytes: null,
      async search(query, scope, limit) {
        const found = await search(index, {
          term: query,
          properties: ['text'],
          where: { scope: { eq: scope } },
          limit,
        });
        return found.hits.map((hit) => hit.id);
      },
    };
  },
};
