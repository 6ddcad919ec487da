// The browser says what is missing before anything is sent: a file would have to be chosen again.

document.querySelector("#w-editor-form").noValidate = false;
