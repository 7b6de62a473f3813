'use strict';

// Forms that act: what they hold is sent to the API as JSON, and the page shows what came of it.

// One value for each name; numbers and lists are said so by the control, and what was left empty is left out.
function valuesOf(form) {
  const values = {};
  for (const control of form.elements) {
    if (!control.name || control.disabled || (control.type === 'radio' && !control.checked)) continue;
    if (control.type === 'checkbox') values[control.name] = control.checked;
    else if (control.value.trim() === '') continue;
    else if (control.dataset.is === 'lines') values[control.name] = control.value.split('\n').map((line) => line.trim()).filter(Boolean);
    else if (control.dataset.is === 'number') values[control.name] = Number(control.value);
    else if (control.dataset.is === 'instant') values[control.name] = instantOf(control.value);
    else if (control.dataset.is === 'hours-from-now') values[control.name] = new Date(Date.now() + Number(control.value) * 3600000).toISOString();
    else values[control.name] = control.value;
  }
  return values;
}

// What people type as UTC; anything else goes on as it is, for the server to say what is wrong with it.
function instantOf(text) {
  const instant = new Date(`${text}Z`);
  return Number.isNaN(instant.valueOf()) ? text : instant.toISOString();
}

function say(form, text, isWrong) {
  const answer = form.querySelector('.answer');
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

async function act(form) {
  const [method, path] = form.dataset.call.split(' ');
  const values = valuesOf(form);
  const inQuery = method === 'DELETE' || form.dataset.values === 'query';
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

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.dataset.call) return;
  event.preventDefault();
  const buttons = form.querySelectorAll('button');
  if (form.dataset.sure && !window.confirm(form.dataset.sure)) return;
  buttons.forEach((button) => { button.disabled = true; });
  say(form, 'Sending …', false);
  try {
    const response = await act(form);
    if (form.dataset.shows) {
      const target = document.getElementById(form.dataset.shows);
      target.textContent = JSON.stringify(await response.json(), null, 2);
      say(form, form.dataset.done ?? 'Done.', false);
    } else {
      await refresh(form.dataset.done ?? 'Done.');
    }
  } catch (error) {
    say(form, error instanceof TypeError ? 'The daemon does not answer: is it running?' : error.message, true);
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
  }
});
