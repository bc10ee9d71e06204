import { fail } from '@sveltejs/kit';
import type { Actions } from './$types.js';

export const prerender = false;

/** A real form, to see how a refusal looks and reads without any script. */
export const actions: Actions = {
  default: async ({ request }) => {
    const data = await request.formData();
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const values = {
      description: text('description'),
      email: text('email'),
      service: text('service'),
      street: text('street'),
      urgency: text('urgency'),
    };
    const errors = {
      ...(values.description.length < 10 && {
        description: 'Décrivez ce que vous voyez en dix caractères au moins.',
      }),
      ...(values.email &&
        !/^[^@\s]+@[^@\s]+$/.test(values.email) && {
          email: 'Écrivez une adresse complète, par exemple prenom.nom@exemple.fr.',
        }),
      ...(!values.service && { service: 'Choisissez de quoi il s’agit.' }),
      ...(!values.urgency && { urgency: 'Dites si c’est dangereux.' }),
      ...(!data.has('agree') && { agree: 'Cochez cette case pour continuer.' }),
    };
    if (Object.keys(errors).length > 0) return fail(400, { values, errors });
    return { received: true };
  },
};
