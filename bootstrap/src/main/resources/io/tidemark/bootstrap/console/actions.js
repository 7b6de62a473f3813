'use strict';

// Forms that act: what they hold is sent to the API as JSON, and the page shows what came of it.

// One value for each name, the last one given; numbers and lists are said so by the control, and what was left empty is left out.
function valuesOf(form) {
  const values = {};
  for (const control of form.elements) {
    if (!control.name || control.disabled || control.type === 'submit' || (control.type === 'radio' && !control.checked)) continue;
    if (control.dataset.is === 'listed') values[control.name] = [...(values[control.name] ?? []), ...(control.checked ? [control.value] : [])];
    else if (control.type === 'checkbox') values[control.name] = control.checked;
    else if (control.value.trim() === '') continue;
    else if (control.dataset.is === 'lines') values[control.name] = control.value.split('\n').map((line) => line.trim()).filter(Boolean);
    else if (control.dataset.is === 'number') values[control.name] = numberOf(control.value);
    else if (control.dataset.is === 'truth') values[control.name] = control.value === 'true';
    else if (control.dataset.is === 'instant') values[control.name] = instantOf(control.value);
    else if (control.dataset.is === 'hours-from-now') values[control.name] = new Date(Date.now() + Number(control.value) * 3600000).toISOString();
    else values[control.name] = control.value;
  }
  return values;
}

// Anything else goes on as it is, for the server to say what is wrong with it.
function numberOf(text) {
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}

// What people type as UTC; anything else goes on as it is, for the server to say what is wrong with it.
function instantOf(text) {
  const instant = new Date(`${text}Z`);
  return Number.isNaN(instant.valueOf()) ? text : instant.toISOString();
}

// The control that a refusal speaks of: the first whose name is in it, said as people say it.
function blamed(form, text) {
  const place = (control) => text.search(new RegExp(`\\b${control.name.replace(/([A-Z])/g, ' $1')}\\b`, 'i'));
  return [...form.elements]
    .filter((control) => control.name && control.type !== 'hidden' && place(control) >= 0)
    .sort((one, other) => place(one) - place(other))[0];
}

// What is wrong with a field is said beside it.
function say(form, text, isWrong) {
  const answer = form.querySelector('.answer');
  for (const control of form.elements) control.removeAttribute('aria-invalid');
  const field = isWrong ? blamed(form, text) : undefined;
  if (field) {
    answer.id ||= `answer-${[...document.forms].indexOf(form)}`;
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', answer.id);
    (field.closest('label') ?? field).after(answer);
  }
  answer.textContent = text;
  answer.classList.toggle('critical', isWrong);
}

async function problemOf(response) {
  try {
    const problem = await response.json();
    return problem.detail ?? problem.title ?? response.statusText;
  } catch {
    return `${response.status} ${response.statusText}`;
  }
}

async function refresh(message) {
  const response = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('main');
  document.getElementById('main').replaceWith(fresh);
  const status = fresh.querySelector('[data-status]');
  if (status) status.textContent = message;
  fresh.focus({ preventScroll: true });
}

async function act(form, said) {
  const [method, template] = said.call.split(' ');
  const values = said.values === 'none' ? {} : valuesOf(form);
  const path = template.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? '';
    delete values[name];
    return encodeURIComponent(value);
  });
  const inQuery = method === 'DELETE' || said.values === 'query';
  const query = inQuery ? new URLSearchParams(values).toString() : '';
  const init = { method, headers: { Accept: 'application/json' } };
  if (!inQuery) {
    init.headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(values);
  }
  const response = await fetch(query ? `${path}?${query}` : path, init);
  if (!response.ok) throw new Error(await problemOf(response));
  return response;
}

// What a button says goes before what its form says: one form can do several things, or, with a plain button, just ask.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  const said = { ...form.dataset, ...event.submitter?.dataset };
  if (!said.call || 'plain' in said) return;
  event.preventDefault();
  const buttons = form.querySelectorAll('button');
  if (said.sure && !window.confirm(said.sure)) return;
  buttons.forEach((button) => { button.disabled = true; });
  say(form, 'Sending …', false);
  try {
    const response = await act(form, said);
    if (said.shows) {
      const target = document.getElementById(said.shows);
      target.textContent = JSON.stringify(await response.json(), null, 2);
      say(form, said.done ?? 'Done.', false);
    } else {
      if (said.then) window.history.replaceState(null, '', said.then);
      await refresh(said.done ?? 'Done.');
    }
  } catch (error) {
    say(form, error instanceof TypeError ? 'The daemon does not answer: is it running?' : error.message, true);
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
  }
});
