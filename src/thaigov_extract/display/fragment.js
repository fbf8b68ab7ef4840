for (const root of document.querySelectorAll(".tgx:not([data-wired])")) wire(root);
